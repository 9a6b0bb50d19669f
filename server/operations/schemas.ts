// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../platform/http/schemas.ts';
import { queueNames } from '../platform/jobs/jobs.ts';

const Count = Type.Integer({ minimum: 0 });
const QueueName = oneOf(queueNames);

export const PageQuery = strict(pageFields);

export const QueueView = Type.Object({
  name: QueueName,
  waiting: Count,
  active: Count,
  failed: Count,
  delayed: Count,
  oldestSeconds: Nullable(Type.Number({ description: 'How long the oldest waiting job waits.' })),
  attempts: Type.Integer({ description: 'After so many a job is set aside.' }),
});
export const ScheduleView = Type.Object({
  name: Type.String(),
  queue: QueueName,
  everySeconds: Type.Number(),
  nextAt: Nullable(Moment),
});
export const QueueParams = Type.Object({ name: QueueName });
export const FailedJobParams = Type.Object({ name: QueueName, jobId: Type.String({ minLength: 1, maxLength: 200 }) });
export const FailedJobView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  data: Type.Record(Type.String(), Type.String(), { description: 'Ids only.' }),
  reason: Type.String(),
  attempts: Count,
  failedAt: Nullable(Moment),
});

const mailFields = {
  id: Uuid,
  to: Type.String(),
  template: Type.String(),
  subject: Type.String(),
  state: oneOf(['queued', 'sent', 'failed', 'dropped']),
  isPersonal: Type.Boolean({ description: 'It tells of what only its reader may know: its subject and text are shown to nobody else.' }),
  createdAt: Moment,
  sentAt: Nullable(Moment),
  error: Nullable(Type.String()),
};
export const MailView = Type.Object(mailFields);
export const MailWithContent = Type.Object({ ...mailFields, text: Nullable(Type.String()), html: Nullable(Type.String()) });
export const IdParams = Type.Object({ id: Uuid });

const RoleField = oneOf(['member', 'administrator']);
export const AccountView = Type.Object({
  id: Uuid,
  handle: Type.String(),
  name: Type.String(),
  email: Type.String(),
  isStaff: Type.Boolean(),
  role: RoleField,
  organisation: Nullable(Type.String()),
  createdAt: Moment,
  lastSeenAt: Nullable(Moment),
  suspendedAt: Nullable(Moment),
  suspendedUntil: Nullable(Moment),
});
export const AccountsQuery = strict({ ...pageFields, q: Type.Optional(Type.String({ maxLength: 100 })) });
/** With `suspended`: what the person reads, and after how many days it ends by itself. */
const Suspension = strict({ reason: Type.String({ minLength: 1, maxLength: 4_000, pattern: '^(?:[^\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]|[\\n\\r\\t])*$' }), days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3_650 })) });

export const AccountChanges = strict({ role: Type.Optional(RoleField), suspended: Type.Optional(Type.Boolean()), suspension: Type.Optional(Suspension) });

const PartState = oneOf(['ok', 'failing']);
export const Readiness = Type.Object({
  status: oneOf(['ok', 'unavailable', 'stopping']),
  parts: Type.Optional(Type.Object({ database: PartState, migrations: PartState, queue: PartState })),
});
