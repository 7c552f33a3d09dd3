import {
  action,
  components,
  date,
  flag,
  freeObject,
  list,
  name,
  number,
  object,
  oneOf,
  required,
  text,
  type ActionName,
  type Rule,
  type Rules,
} from './rules.ts';

export interface ComponentRule {
  since?: string;
  properties: Rules;
  /** How many of it a screen may have. */
  perScreen?: number;
  /** What each object in data that fills a list must have. */
  optionNeeds?: string[];
}

const visible = flag();
const unlimited = 1_000_000;
const selecting: readonly ActionName[] = ['data_exchange', 'update_data'];
const onSelect = {
  'on-select-action': action(selecting),
  'on-unselect-action': action(['update_data'], { since: '6.0' }),
};
const errorOf = (max: number): Rule => text(max, { since: '4.0', min: 0 });
const mediaSize = oneOf(['regular', 'large'], { since: '5.0' });
const scaleType = oneOf(['cover', 'contain']);
const labelVariant = oneOf(['large'], { since: '7.0' });

const styledText = (max: number): Rules => ({
  text: text(max, { ...required, or: ['array'] }),
  'font-weight': oneOf(['bold', 'italic', 'bold_italic', 'normal']),
  strikethrough: flag(),
  markdown: flag({ dynamic: false, since: '5.1' }),
  visible,
});

const option = (titleMax = 30): Rule =>
  object({
    id: text(unlimited, required),
    title: text(titleMax, required),
    description: text(300, { min: 0 }),
    metadata: text(20, { min: 0 }),
    enabled: flag(),
    image: text(unlimited, { since: '5.0', min: 0 }),
    'alt-text': text(unlimited, { since: '5.0', min: 0 }),
    color: text(unlimited, { since: '5.0', min: 0 }),
    'on-select-action': action(selecting, { since: '6.0' }),
    'on-unselect-action': action(['update_data'], { since: '6.0' }),
  });

const options = (min: number, max: number): Rule => list(option(), { ...required, min, max });

const choice = (labelMax: number): Rules => ({
  name: name(),
  label: text(labelMax, { requiredSince: '4.0' }),
  required: flag(),
  enabled: flag(),
  visible,
  description: text(300, { since: '4.0', min: 0 }),
  'error-message': errorOf(30),
  ...onSelect,
});

const selectionCounts = {
  'min-selected-items': number({ min: 0 }),
  'max-selected-items': number({ min: 1 }),
};

const picker = (kind: 'photos' | 'documents'): Rules => ({
  name: name(),
  label: text(80, required),
  description: text(300, { min: 0 }),
  'max-file-size-kb': number({ min: 1, max: 25_600 }),
  [`min-uploaded-${kind}`]: number({ min: 0, max: 30 }),
  [`max-uploaded-${kind}`]: number({ min: 1, max: 30 }),
  enabled: flag(),
  visible,
  'error-message': { type: 'string', or: ['object'], dynamic: true },
});

const calendarText = (max: number, more: Partial<Rule> = {}): Rule => text(max, { or: ['object'], ...more });

const navigationText = (
  title: number,
  description: number,
  metadata: number,
  more: Partial<Rule> = {},
): Rule =>
  object({
    title: text(title, more),
    description: text(description, { min: 0 }),
    metadata: text(metadata, { min: 0 }),
  });

const navigationActions = action(['navigate', 'data_exchange']);

const navigationItem = object({
  id: text(unlimited, required),
  'main-content': { ...navigationText(30, 20, 80, required), required: true },
  start: object({ image: text(unlimited, required), 'alt-text': text(unlimited, { min: 0 }) }),
  end: navigationText(10, 10, 10),
  badge: text(15, { min: 0 }),
  tags: list(text(15), { max: 3 }),
  'on-click-action': navigationActions,
});

// Written out, `then` would make the table look like a promise.
const branches: Rules = Object.fromEntries(
  ['then', 'else'].map((branch) => [branch, components({ required: branch === 'then' })]),
);

const captions = { 'left-caption': text(15), 'center-caption': text(15), 'right-caption': text(15) };

/** Every component by its type; Meta, "Components". Where sources name different limits, the larger stands here. */
export const componentRules: Record<string, ComponentRule> = {
  TextHeading: { properties: { text: text(80, required), visible } },
  TextSubheading: { properties: { text: text(80, required), visible } },
  TextBody: { properties: styledText(4096) },
  TextCaption: { properties: styledText(4096) },
  RichText: { since: '5.1', properties: { text: text(unlimited, { ...required, or: ['array'] }), visible } },
  TextInput: {
    properties: {
      name: name(),
      label: text(20, required),
      'label-variant': labelVariant,
      'input-type': oneOf(['text', 'number', 'email', 'password', 'passcode', 'phone']),
      pattern: text(unlimited, { since: '6.2', format: 'regex' }),
      required: flag(),
      'min-chars': number({ min: 0, or: ['string'] }),
      'max-chars': number({ min: 1, or: ['string'] }),
      'helper-text': text(80, { min: 0 }),
      visible,
      'init-value': text(unlimited, { since: '4.0', min: 0 }),
      'error-message': errorOf(30),
    },
  },
  TextArea: {
    properties: {
      name: name(),
      label: text(20, required),
      'label-variant': labelVariant,
      required: flag(),
      'max-length': number({ min: 1, or: ['string'] }),
      'helper-text': text(80, { min: 0 }),
      enabled: flag(),
      visible,
      'init-value': text(unlimited, { since: '4.0', min: 0 }),
      'error-message': errorOf(30),
    },
  },
  CheckboxGroup: {
    optionNeeds: ['id', 'title'],
    properties: {
      ...choice(30),
      ...selectionCounts,
      'data-source': options(1, 20),
      'media-size': mediaSize,
      'init-value': list(text(unlimited), { since: '4.0' }),
    },
  },
  RadioButtonsGroup: {
    optionNeeds: ['id', 'title'],
    properties: {
      ...choice(30),
      'data-source': options(1, 20),
      'media-size': mediaSize,
      'init-value': text(unlimited, { since: '4.0', min: 0 }),
    },
  },
  ChipsSelector: {
    since: '6.3',
    optionNeeds: ['id', 'title'],
    properties: {
      ...choice(80),
      ...selectionCounts,
      'data-source': options(2, 20),
      'init-value': list(text(unlimited)),
    },
  },
  Dropdown: {
    optionNeeds: ['id', 'title'],
    properties: {
      ...choice(30),
      'data-source': options(1, 200),
      'init-value': text(unlimited, { since: '4.0', min: 0 }),
    },
  },
  OptIn: {
    perScreen: 5,
    properties: {
      name: name(),
      label: text(120, required),
      required: flag(),
      visible,
      'init-value': flag({ since: '4.0' }),
      'on-click-action': action(['navigate', 'data_exchange', 'open_url']),
      'on-select-action': action(['update_data'], { since: '6.0' }),
      'on-unselect-action': action(['update_data'], { since: '6.0' }),
    },
  },
  EmbeddedLink: {
    perScreen: 2,
    properties: {
      text: text(35, required),
      'on-click-action': action(['navigate', 'data_exchange', 'open_url'], required),
      visible,
    },
  },
  DatePicker: {
    properties: {
      name: name(),
      label: text(40, required),
      required: flag(),
      enabled: flag(),
      visible,
      'min-date': date(),
      'max-date': date(),
      'unavailable-dates': list(date()),
      'helper-text': text(80, { min: 0 }),
      'init-value': text(unlimited, { since: '4.0', min: 0 }),
      'error-message': errorOf(80),
      ...onSelect,
    },
  },
  CalendarPicker: {
    since: '6.1',
    properties: {
      name: name(),
      title: text(80),
      description: text(300, { min: 0 }),
      label: calendarText(40, required),
      'helper-text': calendarText(80, { min: 0 }),
      required: { ...flag(), or: ['object'] },
      enabled: flag(),
      visible,
      mode: oneOf(['single', 'range']),
      'min-date': date(),
      'max-date': date(),
      'unavailable-dates': list(date()),
      'include-days': list(oneOf(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])),
      'min-days': number({ min: 1 }),
      'max-days': number({ min: 1 }),
      'init-value': calendarText(unlimited, { min: 0 }),
      'error-message': calendarText(80, { min: 0 }),
      ...onSelect,
    },
  },
  Image: {
    perScreen: 3,
    properties: {
      src: text(unlimited * 10, required),
      width: number({ min: 1 }),
      height: number({ min: 1 }),
      'scale-type': scaleType,
      'aspect-ratio': number(),
      'alt-text': text(unlimited, { min: 0 }),
      visible,
    },
  },
  ImageCarousel: {
    since: '7.1',
    perScreen: 2,
    properties: {
      images: list(object({ src: text(unlimited * 10, required), 'alt-text': text(unlimited, required) }), {
        ...required,
        min: 1,
        max: 3,
      }),
      'scale-type': scaleType,
      'aspect-ratio': oneOf(['4:3', '16:9']),
      visible,
    },
  },
  NavigationList: {
    since: '6.2',
    perScreen: 2,
    optionNeeds: ['id', 'main-content'],
    properties: {
      name: name(),
      label: text(80),
      description: text(300, { min: 0 }),
      'list-items': list(navigationItem, { ...required, min: 1, max: 20 }),
      'media-size': mediaSize,
      'on-click-action': navigationActions,
      visible,
    },
  },
  PhotoPicker: {
    since: '4.0',
    perScreen: 1,
    properties: { ...picker('photos'), 'photo-source': oneOf(['camera_gallery', 'camera', 'gallery']) },
  },
  DocumentPicker: {
    since: '4.0',
    perScreen: 1,
    properties: { ...picker('documents'), 'allowed-mime-types': list(text(unlimited)) },
  },
  Footer: {
    perScreen: 1,
    properties: {
      label: text(35, required),
      ...captions,
      enabled: flag(),
      'on-click-action': action(['navigate', 'complete', 'data_exchange'], required),
    },
  },
  Form: {
    properties: {
      name: name(),
      children: components({ ...required, min: 1 }),
      'init-values': freeObject(),
      'error-messages': freeObject(),
    },
  },
  If: {
    since: '4.0',
    properties: {
      condition: text(unlimited, { ...required, min: 0 }),
      ...branches,
    },
  },
  Switch: {
    since: '4.0',
    properties: {
      value: text(unlimited, required),
      cases: { type: 'object', dynamic: false, required: true },
    },
  },
};
