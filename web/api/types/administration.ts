// SPDX-License-Identifier: EUPL-1.2
// Queues, mails and accounts.

export type QueueState = { name: string; waiting: number; active: number; failed: number; delayed: number; oldestSeconds: number | null; attempts: number }
export type ScheduleState = { name: string; queue: string; everySeconds: number; nextAt: string | null }
export type FailedJob = { id: string; name: string; reason: string; attempts: number; failedAt: string | null }
export type SentMail = { id: string; to: string; template: string; subject: string; state: string; isPersonal: boolean; createdAt: string; sentAt: string | null; error: string | null }
export type MailContent = SentMail & { text: string | null; html: string | null }
export type ManagedPerson = {
  id: string
  handle: string
  name: string
  email: string
  isStaff: boolean
  role: 'member' | 'administrator'
  organisation: string | null
  createdAt: string
  lastSeenAt: string | null
  suspendedAt: string | null
  suspendedUntil: string | null
}
