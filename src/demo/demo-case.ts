import { type INestApplicationContext } from '@nestjs/common';
import { isRefused } from '../legal/kernel/refusal';
import { plainDate } from '../legal/kernel/plain-date';
import {
  type CaseView,
  OpenCase,
  readCase,
  type StepCommand,
  SubmitToCase,
  type SubmissionKind,
  TakeStep,
} from '../modules/enforcement/public';
import { Database } from '../platform/database/database';
import { type Scope, type Transaction } from '../platform/database/transaction';
import { type DemoPeople } from './demo-people';
import { type Scene } from './scene';

const OFFICIALS = {
  overseer: 'Olga Toezicht',
  decision: 'Bas Besluit',
  committee: 'Cees Commissie',
} as const;

/** The case of one late notice, from the signal to the dunning letter (law: Awb 5:45 to 4:112). */
export class DemoCase {
  private caseId = '';

  constructor(
    private readonly app: INestApplicationContext,
    private readonly people: DemoPeople,
    /** Who gave the gift that was never notified. */
    private readonly donorId: () => string,
  ) {}

  scenes(): readonly Scene[] {
    return [...this.untilReport(), ...this.untilDecision(), ...this.afterDecision()];
  }

  private untilReport(): readonly Scene[] {
    return [
      { day: '2025-03-31', play: () => this.open() },
      this.takes('2025-03-31', 'overseer', { type: 'start_review' }),
      this.takes('2025-03-31', 'overseer', {
        type: 'request_information',
        question: 'Wanneer zag u dat deze gift gemeld moest worden, en waarom is dat niet gebeurd?',
        lastDay: plainDate('2025-04-14'),
      }),
      this.says(
        '2025-04-10',
        'information',
        'De vorige penningmeester was afgetreden. Wij dachten dat de melding al was gedaan.',
      ),
      this.takes('2025-04-15', 'overseer', {
        type: 'offer_repair',
        lastDay: plainDate('2025-05-06'),
      }),
      this.takes('2025-06-02', 'overseer', {
        type: 'draw_report',
        text: 'De partij ontving op 7 maart 2025 een gift van € 12.500. Een melding is niet ontvangen, ook niet nadat een hersteltermijn was geboden.',
      }),
    ];
  }

  private untilDecision(): readonly Scene[] {
    return [
      this.takes('2025-06-02', 'overseer', { type: 'ask_views', lastDay: plainDate('2025-06-16') }),
      this.says(
        '2025-06-12',
        'views',
        'Het was een vergissing tijdens een wisseling van bestuur. Wij vragen de minister daarmee rekening te houden.',
      ),
      this.takes('2025-06-16', 'overseer', { type: 'send_to_committee' }),
      this.takes('2025-07-24', 'committee', {
        type: 'receive_advice',
        advice: 'fine',
        text: 'De commissie acht de overtreding vast te staan en een boete passend.',
      }),
      { day: '2025-08-18', play: () => this.draft() },
      { day: '2025-08-19', play: () => this.approve() },
    ];
  }

  private afterDecision(): readonly Scene[] {
    return [
      this.takes('2025-08-20', 'overseer', { type: 'notify' }),
      this.says(
        '2025-09-24',
        'objection',
        'Wij maken bezwaar: de boete is te hoog voor een eerste vergissing.',
      ),
      this.takes('2025-10-06', 'overseer', { type: 'dun' }),
    ];
  }

  private takes(day: string, who: keyof typeof OFFICIALS, command: StepCommand): Scene {
    return { day, play: () => this.step(who, command) };
  }

  private inTransaction<T>(who: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.app.get(Database).inTransaction(who, work);
  }

  private async open(): Promise<void> {
    const { overseer } = this.people;
    await this.inTransaction(overseer, async (tx) => {
      const [proposal] = await tx.query<{ id: string }>(
        'select id from core.fine_proposal where donor_id = $1 and superseded_at is null',
        [this.donorId()],
      );
      if (proposal === undefined) throw new Error('the demonstration has no proposal to open');
      const opened = await this.app
        .get(OpenCase)
        .run(tx, { from: 'proposal', proposalId: proposal.id, actorName: OFFICIALS.overseer });
      if (isRefused(opened)) throw new Error(`the demonstration's case: ${opened.reason}`);
      this.caseId = opened.value.id;
    });
  }

  private read(who: Scope): Promise<CaseView> {
    return this.inTransaction(who, async (tx) => {
      const found = await readCase(tx, this.caseId);
      if (found === null) throw new Error('the demonstration has lost its case');
      return found;
    });
  }

  private async step(who: keyof typeof OFFICIALS, command: StepCommand): Promise<void> {
    const actorName = OFFICIALS[who];
    const { version } = await this.read(this.people[who]);
    const taken = await this.inTransaction(this.people[who], (tx) =>
      this.app
        .get(TakeStep)
        .run(tx, { caseId: this.caseId, expectedVersion: version, command, actorName }),
    );
    if (isRefused(taken))
      throw new Error(`the demonstration's step ${command.type}: ${taken.reason}`);
  }

  private says(day: string, kind: SubmissionKind, text: string): Scene {
    const input = { kind, text, documents: [] };
    return {
      day,
      play: () =>
        this.inTransaction(this.people.treasurer2, (tx) =>
          this.app.get(SubmitToCase).run(tx, { caseId: this.caseId, ...input }),
        ),
    };
  }

  private async draft(): Promise<void> {
    const { calculation } = await this.read(this.people.overseer);
    if (calculation === null) throw new Error('the demonstration has nothing to calculate');
    await this.step('overseer', {
      type: 'draft_decision',
      purpose: 'fine',
      amount: calculation.amount,
      reasons:
        'De gift is niet gemeld, ook niet na herinnering. De wisseling van bestuur neemt de verwijtbaarheid niet weg.',
      outcome: null,
    });
  }

  private async approve(): Promise<void> {
    const { state } = await this.read(this.people.decision);
    if (state.draft === null) throw new Error('the demonstration has no draft');
    const { version, sha256 } = state.draft;
    await this.step('decision', { type: 'approve_decision', version, sha256 });
  }
}
