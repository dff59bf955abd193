import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type WebRequest } from '../../../platform/http/actor';
import { sendAnswer } from '../../../platform/http/form-answer';
import { IdPipe } from '../../../platform/http/validation';
import { type MoveKind } from './gift-move-page';
import { GiftMoves } from './gift-moves';

/** The forms with which money or value leaves again, or a wrong booking is taken back. */
@ApiExcludeController()
@Controller('giften/:id')
export class GiftMovePages {
  constructor(private readonly moves: GiftMoves) {}

  @Get('teruggeven')
  toReturn(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.show(request, response, id, 'teruggeven');
  }

  @Post('teruggeven')
  giveBack(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.take(request, response, id, 'teruggeven');
  }

  @Get('afdragen')
  toTransfer(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.show(request, response, id, 'afdragen');
  }

  @Post('afdragen')
  transfer(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.take(request, response, id, 'afdragen');
  }

  @Get('annuleren')
  toAnnul(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.show(request, response, id, 'annuleren');
  }

  @Post('annuleren')
  annul(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('id', IdPipe) id: string,
  ): Promise<void> {
    return this.take(request, response, id, 'annuleren');
  }

  private async show(
    request: WebRequest,
    response: Response,
    id: string,
    kind: MoveKind,
  ): Promise<void> {
    response.type('text/html').send(await this.moves.show(request, id, kind));
  }

  private async take(
    request: WebRequest,
    response: Response,
    id: string,
    kind: MoveKind,
  ): Promise<void> {
    sendAnswer(response, await this.moves.take(request, id, kind));
  }
}
