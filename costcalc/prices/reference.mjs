// Fetches the pinned reference package and imports it from a temporary folder.
//
// The package is the source of the embedded price table (generate.mjs) and the oracle of the test vectors (vectors.mjs), so
// both take it from here. Its checksum is pinned: another file under the same version number stops the run.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What the table is made from. To move to a newer version, change these lines, run `make prices` and `node costcalc/prices/vectors.mjs`. */
export const pinned = {
  name: '@pydantic/genai-prices',
  version: '0.1.8',
  date: '2026-09-23', // of publication on npm
  licence: 'MIT',
  sha256: '8c9ba41e46719abc54a0ae4756ba5f2b5a768b8117fb29f40c5ca7ed3146eb5b', // of the npm tarball
}

/** Returns the reference module {calcPrice, findProvider, waitForUpdate, …}. */
export async function loadReference() {
  const folder = mkdtempSync(join(tmpdir(), 'genai-prices-'))
  try {
    const packed = execFileSync(
      'npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, `${pinned.name}@${pinned.version}`],
      { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    ).trim()
    const tarball = join(folder, packed.split('\n').at(-1))
    const found = createHash('sha256').update(readFileSync(tarball)).digest('hex')
    if (found !== pinned.sha256) throw new Error(`${pinned.name} ${pinned.version}: sha256 is ${found}, expected ${pinned.sha256}`)
    execFileSync('tar', ['-xzf', tarball, '-C', folder])
    return await import(pathToFileURL(join(folder, 'package', 'dist', 'index.js')).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
