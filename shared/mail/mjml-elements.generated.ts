/** The elements of MJML, which of them each may hold and the attributes it has (with its choices; `#`: a colour). A test holds it to MJML itself. */
export const MJML_ELEMENTS: Readonly<Record<string, { holds: string; has: string }>> = {
  mjml: {
    holds: 'mj-body mj-head',
    has: '',
  },
  'mj-accordion': {
    holds: 'mj-accordion-element',
    has: 'border container-background-color=# font-family icon-align=top|middle|bottom icon-height icon-position=left|right icon-unwrapped-alt icon-unwrapped-url icon-width icon-wrapped-alt icon-wrapped-url padding padding-bottom padding-left padding-right padding-top',
  },
  'mj-accordion-element': {
    holds: 'mj-accordion-text mj-accordion-title',
    has: 'background-color=# border font-family icon-align=top|middle|bottom icon-height icon-position=left|right icon-unwrapped-alt icon-unwrapped-url icon-width icon-wrapped-alt icon-wrapped-url',
  },
  'mj-accordion-text': {
    holds: '',
    has: 'background-color=# color=# font-family font-size font-weight letter-spacing line-height padding padding-bottom padding-left padding-right padding-top',
  },
  'mj-accordion-title': {
    holds: '',
    has: 'background-color=# color=# font-family font-size font-weight padding padding-bottom padding-left padding-right padding-top',
  },
  'mj-attributes': {
    holds: '',
    has: '',
  },
  'mj-body': {
    holds: 'mj-hero mj-section mj-wrapper',
    has: 'background-color=# id width',
  },
  'mj-button': {
    holds: '',
    has: 'align=left|center|right background-color=# border border-bottom border-left border-radius border-right border-top color=# container-background-color=# font-family font-size font-style font-weight height href inner-padding letter-spacing line-height name padding padding-bottom padding-left padding-right padding-top rel target text-align=left|right|center text-decoration text-transform title vertical-align=top|bottom|middle width',
  },
  'mj-carousel': {
    holds: 'mj-carousel-image',
    has: 'align=left|center|right border-radius container-background-color=# icon-width left-icon padding padding-bottom padding-left padding-right padding-top right-icon tb-border tb-border-radius tb-hover-border-color=# tb-selected-border-color=# tb-width thumbnails=visible|hidden|supported',
  },
  'mj-carousel-image': {
    holds: '',
    has: 'alt border-radius href rel src target tb-border tb-border-radius thumbnails-src title',
  },
  'mj-column': {
    holds: 'mj-accordion mj-button mj-carousel mj-divider mj-image mj-navbar mj-social mj-spacer mj-table mj-text',
    has: 'background-color=# border border-bottom border-left border-radius border-right border-top direction=ltr|rtl inner-background-color=# inner-border inner-border-bottom inner-border-left inner-border-radius inner-border-right inner-border-top padding padding-bottom padding-left padding-right padding-top vertical-align=top|bottom|middle width',
  },
  'mj-divider': {
    holds: '',
    has: 'align=left|center|right border-color=# border-style border-width container-background-color=# padding padding-bottom padding-left padding-right padding-top width',
  },
  'mj-group': {
    holds: 'mj-column',
    has: 'background-color=# direction=ltr|rtl vertical-align=top|bottom|middle width',
  },
  'mj-head': {
    holds: 'mj-attributes mj-breakpoint mj-font mj-html-attributes mj-preview mj-style mj-title',
    has: '',
  },
  'mj-hero': {
    holds: 'mj-accordion mj-button mj-carousel mj-divider mj-image mj-navbar mj-social mj-spacer mj-table mj-text',
    has: 'background-color=# background-height background-position background-url background-width border-radius height inner-background-color=# inner-padding inner-padding-bottom inner-padding-left inner-padding-right inner-padding-top mode padding padding-bottom padding-left padding-right padding-top vertical-align=top|bottom|middle',
  },
  'mj-html-attribute': {
    holds: '',
    has: '',
  },
  'mj-html-attributes': {
    holds: 'mj-selector',
    has: '',
  },
  'mj-image': {
    holds: '',
    has: 'align=left|center|right alt border border-bottom border-left border-radius border-right border-top container-background-color=# fluid-on-mobile=true|false font-size height href max-height name padding padding-bottom padding-left padding-right padding-top rel sizes src srcset target title usemap width',
  },
  'mj-navbar': {
    holds: 'mj-navbar-link',
    has: 'align=left|center|right base-url hamburger ico-align=left|center|right ico-close ico-color=# ico-font-family ico-font-size ico-line-height ico-open ico-padding ico-padding-bottom ico-padding-left ico-padding-right ico-padding-top ico-text-decoration ico-text-transform padding padding-bottom padding-left padding-right padding-top',
  },
  'mj-raw': {
    holds: '',
    has: 'position=file-start',
  },
  'mj-section': {
    holds: 'mj-column mj-group',
    has: 'background-color=# background-position background-position-x background-position-y background-repeat=repeat|no-repeat background-size background-url border border-bottom border-left border-radius border-right border-top direction=ltr|rtl full-width=full-width|false| gutter padding padding-bottom padding-left padding-right padding-top text-align=left|center|right text-padding',
  },
  'mj-selector': {
    holds: 'mj-html-attribute',
    has: '',
  },
  'mj-social': {
    holds: 'mj-social-element',
    has: 'align=left|right|center border border-radius color=# container-background-color=# font-family font-size font-style font-weight icon-height icon-padding icon-size inner-padding line-height mode=horizontal|vertical padding padding-bottom padding-left padding-right padding-top table-layout=auto|fixed text-decoration text-padding vertical-align=top|bottom|middle',
  },
  'mj-social-element': {
    holds: '',
    has: 'align=left|center|right alt background-color=# border border-radius color=# font-family font-size font-style font-weight href icon-height icon-padding icon-position=left|right icon-size line-height name padding padding-bottom padding-left padding-right padding-top rel sizes src srcset target text-decoration text-padding title vertical-align=top|middle|bottom',
  },
  'mj-spacer': {
    holds: '',
    has: 'border border-bottom border-left border-right border-top container-background-color=# height padding padding-bottom padding-left padding-right padding-top',
  },
  'mj-table': {
    holds: '',
    has: 'align=left|right|center border cellpadding cellspacing color=# container-background-color=# font-family font-size font-weight line-height padding padding-bottom padding-left padding-right padding-top role=none|presentation table-layout=auto|fixed|initial|inherit vertical-align=top|bottom|middle width',
  },
  'mj-text': {
    holds: '',
    has: 'align=left|right|center|justify background-color=# color=# container-background-color=# font-family font-size font-style font-weight height letter-spacing line-height padding padding-bottom padding-left padding-right padding-top text-decoration text-transform vertical-align=top|bottom|middle',
  },
  'mj-wrapper': {
    holds: 'mj-hero mj-section',
    has: 'background-color=# background-position background-position-x background-position-y background-repeat=repeat|no-repeat background-size background-url border border-bottom border-left border-radius border-right border-top direction=ltr|rtl full-width=full-width|false| gap gutter padding padding-bottom padding-left padding-right padding-top text-align=left|center|right text-padding',
  },
};
