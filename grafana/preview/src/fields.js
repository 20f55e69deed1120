// Applies a panel's transformations, field defaults and overrides with Grafana's own functions.
import {
  getDisplayProcessor,
  getFieldDisplayName,
  standardTransformers,
  standardTransformersRegistry,
  transformDataFrame,
} from '@grafana/data';
import { firstValueFrom } from 'rxjs';

standardTransformersRegistry.setInit(() =>
  [standardTransformers.mergeTransformer, standardTransformers.organizeFieldsTransformer].map((transformation) => ({
    id: transformation.id,
    name: transformation.name,
    transformation: async () => transformation,
    description: '',
    categories: new Set(),
    imageDark: '',
    imageLight: '',
    editor: () => null,
  }))
);

function set(config, { id, value }) {
  if (id.startsWith('custom.')) {
    config.custom = { ...config.custom, [id.slice('custom.'.length)]: value };
  } else if (id !== 'links') {
    config[id] = value;
  }
}

function configured(field, frame, frames, fieldConfig) {
  const { links, ...defaults } = fieldConfig.defaults;
  const config = { ...defaults, custom: { ...defaults.custom }, ...field.config };
  const display = { ...field, config };
  const name = getFieldDisplayName(display, frame, frames);
  for (const override of fieldConfig.overrides) {
    if (override.matcher.options === name) {
      override.properties.forEach((property) => set(config, property));
    }
  }
  // As Grafana does when it loads a dashboard: JSON has no infinity for the first step, which has no lower end.
  if (config.thresholds) {
    const steps = config.thresholds.steps.map((step) => ({ ...step, value: step.value ?? -Infinity }));
    config.thresholds = { ...config.thresholds, steps };
  }
  return display;
}

function rangeOf({ values, config }) {
  const known = values.filter((value) => value !== null && !Number.isNaN(value));
  const min = config.min ?? Math.min(...known);
  const max = config.max ?? Math.max(...known);
  return { min, max, delta: max - min };
}

export async function prepared(panel, frames, theme) {
  const shaped = panel.transformations?.length
    ? await firstValueFrom(
        transformDataFrame(panel.transformations, frames, { interpolate: (text) => text })
      )
    : frames;
  let index = 0;
  return shaped.map((frame) => {
    const fields = frame.fields.map((field) => configured(field, frame, shaped, panel.fieldConfig));
    const done = { ...frame, fields };
    fields.forEach((field) => {
      const numeric = field.type === 'number';
      field.state = { ...field.state, seriesIndex: numeric ? index++ : undefined, range: numeric ? rangeOf(field) : undefined };
      field.display = getDisplayProcessor({ field, theme });
    });
    return done;
  });
}
