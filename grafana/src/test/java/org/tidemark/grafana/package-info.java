/** Tests of what Prometheus, Alertmanager and Grafana are given: by lint, by their own checkers, and by running them. */
@NullMarked
package org.tidemark.grafana;

import org.jspecify.annotations.NullMarked;
