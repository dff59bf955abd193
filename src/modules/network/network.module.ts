import { Module } from '@nestjs/common';
import { NetworkExportPages } from './web/export.pages';
import { NetworkController } from './web/network.controller';
import { NetworkPages } from './web/network.pages';
import { PathsPages } from './web/paths.pages';

/** The fixed addresses stand before the one of a node, which would take them for a name. */
@Module({ controllers: [NetworkController, PathsPages, NetworkExportPages, NetworkPages] })
export class NetworkModule {}
