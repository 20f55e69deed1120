// Bundles the preview into target/, from where shoot.mjs serves it.
import { build } from 'esbuild';

// Of these CommonJS packages Grafana's modules mean the default export; as modules for Node they would be given all of it.
const DEFAULTS = /^(react-custom-scrollbars-2|react-highlight-words|rc-.*|tinycolor2|react-loading-skeleton)$/;

const defaults = {
  name: 'defaults',
  setup(bundler) {
    bundler.onResolve({ filter: DEFAULTS }, (args) =>
      args.pluginData === 'real' || args.kind !== 'import-statement'
        ? undefined
        : { path: args.path, namespace: 'default', pluginData: args.resolveDir }
    );
    bundler.onLoad({ filter: /.*/, namespace: 'default' }, async ({ path, pluginData: resolveDir }) => {
      const real = await bundler.resolve(path, { kind: 'require-call', resolveDir, pluginData: 'real' });
      const file = JSON.stringify(real.path);
      return {
        contents: `const m = require(${file}); module.exports = m.__esModule ? Object.assign(m.default ?? {}, m) : m;`,
        resolveDir,
      };
    });
  },
};

await build({
  entryPoints: ['src/main.jsx'],
  bundle: true,
  outfile: '../target/preview/main.js',
  format: 'iife',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"development"', global: 'window' },
  loader: { '.svg': 'dataurl', '.woff2': 'dataurl', '.woff': 'dataurl', '.png': 'dataurl', '.ttf': 'dataurl' },
  plugins: [defaults],
  logLevel: 'warning',
});
