// What a dashboard of Tidemark may look like, in Grafana's own types. Only what is written here beside them is ours: which panels we
// draw, and what a query of Prometheus holds, which the package leaves open.
import type {
  AnnotationQuery,
  Dashboard,
  DataSourceRef,
  FieldConfig,
  FieldConfigSource,
  Panel,
  RowPanel,
} from '@grafana/schema';
import type * as BarGauge from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type * as Stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type * as StateTimeline from '@grafana/schema/dist/esm/raw/composable/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen';
import type * as Table from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type * as Text from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';
import type * as TimeSeries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

/** The same in JSON, where an enum is the text or the number that it stands for. */
type Json<T> = unknown extends T
  ? T
  : T extends string
    ? `${T}`
    : T extends readonly (infer Element)[]
      ? Json<Element>[]
      : T extends object
        ? { [Key in keyof T]: Json<T[Key]> }
        : T;

interface PrometheusTarget {
  refId: string;
  datasource: DataSourceRef;
  expr: string;
  legendFormat?: string;
  instant?: boolean;
  range?: boolean;
  format?: 'time_series' | 'table';
  interval?: string;
  exemplar?: boolean;
}

/** Without the index signatures that would let a misspelt option pass. */
type Defaults<Custom> = Omit<FieldConfig, 'custom' | 'links'> & {
  custom?: Custom;
  links?: Array<{ title: string; url: string; targetBlank?: boolean }>;
};

type Drawn<Type extends string, Options, Custom> = Omit<Panel, 'type' | 'options' | 'fieldConfig' | 'targets'> & {
  type: Type;
  options: Options;
  fieldConfig: Omit<FieldConfigSource, 'defaults'> & { defaults: Defaults<Custom> };
  targets: PrometheusTarget[];
};

type Written = Omit<Panel, 'type' | 'options' | 'fieldConfig' | 'targets'> & { type: 'text'; options: Text.Options };

type AnyPanel =
  | Drawn<'timeseries', TimeSeries.Options, TimeSeries.FieldConfig>
  | Drawn<'stat', Stat.Options, Record<string, never>>
  | Drawn<'bargauge', BarGauge.Options, Record<string, never>>
  | Drawn<'state-timeline', StateTimeline.Options, StateTimeline.FieldConfig>
  | Drawn<'table', Table.Options, Partial<Table.FieldConfig>>
  | Written
  | RowPanel;

/** Texts of an annotation stand beside its query, as Prometheus' data source reads them. */
type Annotation = Omit<AnnotationQuery, 'target'> & {
  target?: Omit<PrometheusTarget, 'datasource'>;
  titleFormat?: string;
  textFormat?: string;
  tagKeys?: string;
};

export type TidemarkDashboard = Json<
  Omit<Dashboard, 'panels' | 'annotations'> & { panels: AnyPanel[]; annotations: { list: Annotation[] } }
>;
