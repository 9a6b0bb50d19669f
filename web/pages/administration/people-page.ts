// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { ManagedPerson } from '../../api/types.ts'
import { avatar } from '../../components/avatar/avatar.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { Paged } from '../../components/feed/paged.ts'
import { pager, PleinPager } from '../../components/feed/pager.ts'
import { explain } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { showPage } from '../../components/loaded/page-event.ts'
import { empty, failure, skeleton } from '../../components/loaded/states.ts'
import { PleinMenu, type MenuItem } from '../../components/menu/menu.ts'
import { toast } from '../../components/toast/toast.ts'
import { formatDate, formatSince } from '../../i18n/dates.ts'
import { t } from '../../i18n/t.ts'
import { setQuery } from '../../router.ts'
import { me } from '../../state/session.ts'
import { administrationHead } from './administration-nav.ts'
import { managedPeople, managePerson } from './data.ts'

/** "/administration/people": accounts, their role, and the door. */
@customElement('plein-managed-people-page')
export class PleinManagedPeoplePage extends LitElement {
  @property({ attribute: false }) params: Record<string, string> = {}
  @property({ attribute: false }) search = new URLSearchParams()

  static readonly needs = [PleinMenu, PleinPager]
  private readonly paged = new Paged<ManagedPerson>(this, (cursor) => managedPeople(this.search.get('q'), cursor))
  private timer: ReturnType<typeof setTimeout> | undefined

  override createRenderRoot(): HTMLElement {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('search')) void this.paged.reload()
  }

  override firstUpdated(): void {
    showPage(this, t('admin.people'))
  }

  private readonly onSearch = (event: Event): void => {
    event.preventDefault()
    clearTimeout(this.timer)
    const box = this.querySelector<HTMLInputElement>('input[name="q"]')
    this.timer = setTimeout(() => setQuery({ q: box?.value.trim() || null }), event.type === 'submit' ? 0 : 250)
  }

  private async change(person: ManagedPerson, change: Parameters<typeof managePerson>[1], ask: { title: string; text: string; yes: string; danger?: boolean }): Promise<void> {
    if (!(await confirmDialog(ask))) return
    try {
      const changed = await managePerson(person.id, change)
      this.paged.replace({ ...person, ...changed })
      toast(t('state.saved'))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private async suspend(person: ManagedPerson): Promise<void> {
    const { askSuspension } = await import('./suspension-dialog.ts')
    const suspended = await askSuspension(person)
    if (!suspended) return
    this.paged.replace({ ...person, ...suspended })
    toast(t('admin.person.suspend.done', { name: person.name }))
  }

  private items(person: ManagedPerson): MenuItem[] {
    const { name } = person
    const items: MenuItem[] = []
    if (person.role === 'member') items.push({ label: t('admin.person.promote'), icon: 'shield', onChoose: () => void this.change(person, { role: 'administrator' }, { title: t('admin.person.promote.title', { name }), text: t('admin.person.promote.text'), yes: t('admin.person.promote') }) })
    else items.push({ label: t('admin.person.demote'), icon: 'user', onChoose: () => void this.change(person, { role: 'member' }, { title: t('admin.person.demote.title', { name }), text: t('admin.person.demote.text'), yes: t('admin.person.demote'), danger: true }) })
    if (person.suspendedAt) items.push({ label: t('admin.person.resume'), icon: 'check', onChoose: () => void this.change(person, { suspended: false }, { title: t('admin.person.resume.title', { name }), text: t('admin.person.resume.text'), yes: t('admin.person.resume') }) })
    else if (person.id !== me.value?.id) items.push({ label: t('admin.person.suspend'), icon: 'lock', danger: true, onChoose: () => void this.suspend(person) })
    return items
  }

  private row(person: ManagedPerson): TemplateResult {
    const seen = person.lastSeenAt ? t('admin.person.seen', { when: formatSince(person.lastSeenAt) }) : t('admin.person.since', { date: formatDate(person.createdAt) })
    return html`<li class="line">
      <span class="line__mark">${avatar({ name: person.name, isResident: !person.isStaff })}</span>
      <div class="line__text">
        <p><a class="plain-link" href="/people/${encodeURIComponent(person.handle)}"><b>${person.name}</b></a> <span class="badge">${person.organisation ?? t('person.resident')}</span></p>
        <small class="muted"><span class="address">${person.email}</span> · ${seen}</small>
      </div>
      ${person.suspendedAt ? html`<span class="badge badge--brick">${person.suspendedUntil ? t('admin.person.suspendedUntil', { date: formatDate(person.suspendedUntil) }) : t('admin.person.suspended')}</span>` : nothing} ${person.role === 'administrator' ? html`<span class="badge badge--sun">${t('admin.person.administrator')}</span>` : nothing}
      <plein-menu label=${t('admin.menu', { name: person.name })} .items=${this.items(person)}></plein-menu>
    </li>`
  }

  private list(): TemplateResult {
    const { items, loaded, error } = this.paged
    if (!loaded) return error ? failure(error, () => void this.paged.reload()) : skeleton(4)
    if (!items.length) return empty(t('people.noneFound', { q: this.search.get('q') ?? '' }), { label: t('people.showAll'), href: '/administration/people' })
    return html`<ul class="lines" role="list">${repeat(items, (one) => one.id, (one) => this.row(one))}</ul>
      ${pager(this.paged)}`
  }

  override render(): TemplateResult {
    return html`<div class="page page--directory">
      ${administrationHead('/people', t('admin.people'), t('admin.people.lead'))}
      <form class="finder" role="search" @submit=${this.onSearch}>
        <label class="search-field">${icon('search')}<span class="visually-hidden">${t('admin.people.search')}</span><input class="control" type="search" name="q" autocomplete="off" placeholder=${t('admin.people.search')} .value=${this.search.get('q') ?? ''} @input=${this.onSearch} /></label>
      </form>
      ${this.list()}
    </div>`
  }
}
