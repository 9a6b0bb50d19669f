// SPDX-License-Identifier: EUPL-1.2
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { placeAddress } from '../../api/place-address.ts'
import type { Building, Group, MembershipRule, PeopleFacets, ThemeRef, WorkRole } from '../../api/types.ts'
import { confirmDialog } from '../../components/dialog/dialog.ts'
import { formFault, selectField } from '../../components/field/field.ts'
import { explain, FormState } from '../../components/field/form-state.ts'
import { icon } from '../../components/icon/icon.ts'
import { Loaded } from '../../components/loaded/loaded.ts'
import { PleinThemeInput, themesSettled } from '../../components/theme-input/theme-input.ts'
import { toast } from '../../components/toast/toast.ts'
import { language, t } from '../../i18n/t.ts'
import { me } from '../../state/session.ts'
import { workRoles } from '../people/data.ts'
import { addMembershipRule, membershipRules, organisationsOfPeople, reachOfRule, removeMembershipRule } from './data-members.ts'

/** Who becomes a member by itself, in plain words: seen, added and ended by who administers the place. */
@customElement('plein-membership-rules')
export class PleinMembershipRules extends LitElement {
  @property({ attribute: false }) declare building: Building | Group
  @state() private adding = false
  /** Asked for when somebody begins a rule: it counts everybody. */
  @state() private organisations: PeopleFacets['organisations'] = []
  @state() private organisation = ''
  @state() private workRole = ''
  @state() private theme: ThemeRef | null = null
  @state() private reach: number | null = null

  static readonly needs = [PleinThemeInput]
  private readonly form = new FormState(this)
  private readonly rules = new Loaded<MembershipRule[]>(this, (signal) => membershipRules(placeAddress(this.building), signal))

  override createRenderRoot(): HTMLElement {
    return this
  }

  /** "Iedereen die bij Zuiderdam werkt en raadslid is". */
  private inWords({ organisation, workRole, theme }: Pick<MembershipRule, 'organisation' | 'workRole' | 'theme'>): string {
    const traits = [
      ...(organisation ? [t('autoRules.organisation', { name: organisation.name })] : []),
      ...(workRole === 'anders' ? [t('autoRules.workRole.anders')] : workRole ? [t('autoRules.workRole', { name: t(`workRole.${workRole}`).toLocaleLowerCase(language.value) })] : []),
      ...(theme ? [t('autoRules.theme', { name: theme.name })] : []),
    ]
    const all = new Intl.ListFormat(language.value, { type: 'conjunction' }).format(traits)
    return 'building' in this.building ? t('autoRules.memberWho', { building: this.building.building.name, traits: all }) : t('autoRules.everybodyWho', { traits: all })
  }

  private chosen(): { organisationId?: string; workRole?: WorkRole; themeId?: string } {
    return {
      ...(this.organisation ? { organisationId: this.organisation } : {}),
      // The options are exactly the kinds of work.
      ...(this.workRole ? { workRole: this.workRole as WorkRole } : {}),
      ...(this.theme ? { themeId: this.theme.id } : {}),
    }
  }

  /** How many it fits, before it is saved; of several answers the one to what stands there now. */
  private async measure(): Promise<void> {
    const rule = this.chosen()
    this.reach = null
    if (!Object.keys(rule).length) return
    const people = await reachOfRule(placeAddress(this.building), rule).catch(() => null)
    if (JSON.stringify(rule) === JSON.stringify(this.chosen())) this.reach = people
  }

  private readonly add = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (!(await themesSettled(this))) return
    if (!this.form.check({ organisationId: this.organisation || this.workRole || this.theme ? null : t('autoRules.chooseOne') })) return
    const added = await this.form.send(() =>
      addMembershipRule(placeAddress(this.building), this.chosen()),
    )
    if (!added) return
    this.cancel()
    await this.rules.reload()
    toast(t('autoRules.added', { count: this.rules.value?.find(({ id }) => id === added.id)?.people ?? 0 }))
  }

  private readonly begin = (): void => {
    this.adding = true
    void organisationsOfPeople().then((found) => (this.organisations = found), (error: unknown) => toast(explain(error), { tone: 'error' }))
  }

  private readonly cancel = (): void => {
    this.adding = false
    this.organisation = this.workRole = ''
    this.theme = null
    this.reach = null
    this.form.mend('organisationId')
  }

  private async end(rule: MembershipRule): Promise<void> {
    const sure = await confirmDialog({ title: t('autoRules.end.title'), text: html`<strong>${this.inWords(rule)}.</strong> ${t('building' in this.building ? 'autoRules.end.textGroup' : 'autoRules.end.text')}`, yes: t('autoRules.end.yes'), danger: true })
    if (!sure) return
    try {
      await removeMembershipRule(placeAddress(this.building), rule.id)
      this.rules.set((this.rules.value ?? []).filter(({ id }) => id !== rule.id))
      toast(t('autoRules.ended'))
    } catch (error) {
      toast(explain(error), { tone: 'error' })
    }
  }

  private line(rule: MembershipRule): TemplateResult {
    return html`<li class="line">
      <span class="line__mark">${icon('users')}</span>
      <div class="line__text"><span>${this.inWords(rule)}</span><small class="muted">${t('autoRules.people', { count: rule.people })}</small></div>
      <button type="button" class="button button--small" @click=${() => this.end(rule)}>${t('autoRules.end')}<span class="visually-hidden">: ${this.inWords(rule)}</span></button>
    </li>`
  }

  private newRule(): TemplateResult {
    if (!me.value?.isStaff) return html`<p class="muted">${t('autoRules.staffOnly')}</p>`
    if (!this.adding) return html`<p><button type="button" class="button" @click=${this.begin}>${icon('plus')}${t('autoRules.add')}</button></p>`
    const { form } = this
    const fault = form.error('organisationId')
    return html`<form class="form" novalidate @submit=${this.add}>
      <h3>${t('autoRules.add')}</h3>
      <p>${t('autoRules.allHold')}</p>
      ${selectField({ form, name: 'organisationId', label: t('people.choice.organisation'), optional: true, value: this.organisation, options: [{ value: '', label: t('autoRules.any') }, ...this.organisations.map(({ id, name }) => ({ value: id, label: name }))], onChange: (value) => ((this.organisation = value), void this.measure()) })}
      ${selectField({ form, name: 'workRole', label: t('profile.workRole'), optional: true, value: this.workRole, options: [{ value: '', label: t('autoRules.any') }, ...workRoles.map((value) => ({ value, label: t(`workRole.${value}`) }))], onChange: (value) => ((this.workRole = value), fault && form.mend('organisationId'), void this.measure()) })}
      <plein-theme-input choose-only label=${t('autoRules.themeField')} hint=${t('asking.themeHint')} .most=${1} .themes=${this.theme ? [this.theme] : []} @themes-changed=${(event: CustomEvent<ThemeRef[]>) => ((this.theme = event.detail.at(-1) ?? null), form.mend('organisationId'), void this.measure())}></plein-theme-input>
      <p aria-live="polite">${this.reach === null ? nothing : html`<b>${t('autoRules.people', { count: this.reach })}</b>`}</p>
      <p class="muted small">${t('autoRules.sharedOnly')}</p>
      ${formFault(form)}
      <div class="form__actions">
        <button class="button button--primary" aria-disabled=${form.busy}>${t('autoRules.save')}</button>
        <button type="button" class="button" @click=${this.cancel}>${t('action.cancel')}</button>
      </div>
    </form>`
  }

  override render(): unknown {
    return this.rules.render((rules) => html`<div class="stack">
      <p>${t('building' in this.building ? 'autoRules.leadGroup' : 'autoRules.lead')}</p>
      ${rules.length ? html`<ul class="lines" role="list">${rules.map((rule) => this.line(rule))}</ul>` : nothing} ${this.newRule()}
    </div>`)
  }
}
