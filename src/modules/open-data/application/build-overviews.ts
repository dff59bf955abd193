import { Injectable } from '@nestjs/common';
import { type FileMaker } from './file-maker';

/** Makes the layouts of the ministry from the public gifts. */
@Injectable()
export class BuildOverviews {
  year(_maker: FileMaker, _year: number): Promise<void> {
    return Promise.resolve();
  }
}
