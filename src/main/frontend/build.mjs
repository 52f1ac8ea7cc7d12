// Builds the styles and scripts: node src/main/frontend/build.mjs OUTPUT_FOLDER
// Does nothing when every output is newer than every input.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '../../..')
const output = process.argv[2] ? resolve(process.argv[2]) : undefined

function stop(message) {
  console.error(`Front end: ${message}`)
  process.exit(1)
}

if (!output) {
  stop('say where the output goes: node src/main/frontend/build.mjs OUTPUT_FOLDER')
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(`Node 20 or newer is needed to build the styles and scripts; this is ${process.version}.`)
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

const changedAt = (path) => statSync(path).mtimeMs

// 1. The packages, when the lock file has changed since they were installed.
const lock = join(root, 'package-lock.json')
const installed = join(root, 'node_modules/.package-lock.json')
if (!existsSync(installed) || changedAt(installed) < changedAt(lock)) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const ci = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32'
  })
  if (ci.error?.code === 'ENOENT') {
    stop('npm was not found. Install Node 20 or newer together with npm.')
  }
  if (ci.status !== 0) {
    stop('npm ci failed; what it said stands above.')
  }
}

// 2. Nothing to do?
const images = filesBelow(join(here, 'images'))
const outputs = ['slipway.css', 'slipway.js', 'supported.js']
  .concat(images.map((path) => join('images', path.slice(join(here, 'images').length + 1))))
  .map((name) => join(output, name))
const inputs = filesBelow(here).concat(lock)
const newestInput = Math.max(...inputs.map(changedAt))
if (outputs.every((path) => existsSync(path) && changedAt(path) >= newestInput)) {
  process.exit(0)
}

// 3. Styles, scripts, images.
mkdirSync(join(output, 'images'), { recursive: true })

const sass = await import(pathToFileURL(join(root, 'node_modules/sass/sass.node.mjs')).href)
const css = sass.compile(join(here, 'slipway.scss'), {
  style: 'compressed',
  importers: [new sass.NodePackageImporter(root)],
  quietDeps: true
})
// The royal crest and crown of the footer belong to GOV.UK, and their rules would ask for an image that is not here.
writeFileSync(join(output, 'slipway.css'), css.css.replace(/[^{}]*\{[^{}]*govuk-crest[^{}]*\}|[^{}]*__crown\{[^{}]*\}/g, ''))

const esbuild = (await import(pathToFileURL(join(root, 'node_modules/esbuild/lib/main.js')).href)).default
await esbuild.build({
  absWorkingDir: root,
  entryPoints: { slipway: join(here, 'slipway.js'), supported: join(here, 'supported.js') },
  outdir: output,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  legalComments: 'none',
  logLevel: 'warning'
})

for (const image of images) {
  copyFileSync(image, join(output, 'images', image.slice(join(here, 'images').length + 1)))
}
// A copy keeps no promise about its time; the outputs are as new as this run.
const now = new Date()
for (const path of outputs) {
  utimesSync(path, now, now)
}
console.log(`Front end: built into ${output}`)
