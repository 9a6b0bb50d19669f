// SPDX-License-Identifier: EUPL-1.2
import type { Me } from '../../api/types.ts'
import { toast } from '../../components/toast/toast.ts'
import { setLanguage, language, t } from '../../i18n/t.ts'
import { navigate } from '../../router.ts'
import { know, landing, refreshMe } from '../../state/session.ts'

/** After signing in: the account's language, then the page that was wanted. */
export async function enter(account: Me, next: string | null): Promise<void> {
  if (!(await refreshMe().catch(() => null))) know(account)
  if (account.locale !== language.value) await setLanguage(account.locale)
  // The step back is to the page before the form.
  await navigate(landing(next), { replace: true })
  toast(t('signIn.welcome', { name: account.name }))
}
