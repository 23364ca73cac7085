import { buildEditor } from '@tabiji/server/start/build-editor.ts';
import type { Page } from 'playwright-core';
import { noBrowser, openBrowser } from '../../support/browser.ts';
import { freePort } from '../../support/server-process.ts';
import { asOwner } from '../frame/durable-postgres.ts';
import { spreadOf, type Bench, type Benchmark, type Measured, type Spread } from '../frame/benchmark.ts';
import { startProcess } from '../frame/workers.ts';
import { countDrawing, meterOf, openJourney } from './counted-page.ts';
import { customerEnters, dragCard, typeIntoForm } from './counts.ts';
import { interactiveMs } from './interactive.ts';
import { grownJourney, HARD_JOURNEYS } from './journeys.ts';
import { keyToPaint } from './key-to-paint.ts';
import type { Smoothness } from './pointer.ts';
import { scriptsOf } from './scripts.ts';
import { callsTo, draw, writeNews } from './shop.ts';

/** How much the editor draws, how fast and how heavy it is: the production build in a real browser. */
export const editor: Benchmark = {
  about: 'cards drawn, frames while dragging, milliseconds to the painted answer, size of the editor',
  settings: { rounds: { usual: 3, about: 'times each figure is measured; the median counts' } },
  measure,
};

const APP = new URL('../latency/app-process.ts', import.meta.url).pathname;

async function measure(bench: Bench): Promise<Measured> {
  if (noBrowser) throw new Error(`The editor cannot be measured: ${noBrowser}.`);
  const { rounds = 1 } = bench.settings;
  const postgres = await bench.startPostgres();
  const database = await postgres.createMigrated();
  await asOwner(
    database,
    `insert into workspace (name, kind, time_zone, sender_name, sender_address, created_at)
     values ('bench', 'sandbox', 'Asia/Tokyo', 'bench', 'bench@tabiji.example', now())`,
  );
  bench.say('the editor is built');
  await buildEditor(AbortSignal.timeout(300_000));
  const port = await freePort();
  await using _ = await startProcess(APP, [database, String(port)]);
  await using browser = await openBrowser();
  const url = `http://127.0.0.1:${port}`;
  const call = callsTo(url);
  await writeNews(call);
  const pageAt = async () => {
    const page = await browser.openPage(url);
    await countDrawing(page);
    return page;
  };
  const watch = bench.watch();
  const ids = new Map<number, number>();
  for (const size of [50, 300, 1000, 5000]) ids.set(size, await draw(call, grownJourney(size)));
  const idOf = (size: number) => ids.get(size)!;
  const fresh = await pageAt();
  const scripts = await scriptsOf(fresh, idOf(50));
  const spreads: Record<string, Spread> = {};
  const figures: Record<string, number> = {};
  const several = async (rows: () => Promise<Record<string, number>>) => {
    const all: Record<string, number>[] = [];
    for (let i = 0; i < rounds; i++) all.push(await rows());
    for (const key of Object.keys(all[0] ?? {})) {
      spreads[key] = spreadOf(all.map((row) => row[key]!));
      figures[key] = spreads[key].median;
    }
  };
  const page = await pageAt();
  bench.say('50 nodes are opened');
  await several(async () => ({ interactive_ms_50: await interactiveMs(page, idOf(50)) }));
  for (const nodes of [300, 1000, 5000]) {
    bench.say(`a card is dragged among ${nodes} nodes`);
    await several(async () => {
      await openJourney(page, idOf(nodes));
      const { cards, ways, fps, p95, longTasks } = await dragCard(page);
      return {
        [`drag_fps_${nodes}`]: fps,
        [`drag_p95_ms_${nodes}`]: p95,
        [`drag_long_tasks_${nodes}`]: longTasks,
        ...(nodes === 1000 && { cards_per_drag_move: cards, ways_per_drag_move: ways }),
      };
    });
  }
  bench.say('journeys that are hard to draw');
  const hard: Record<string, Smoothness> = {};
  for (const [name, make] of Object.entries(HARD_JOURNEYS)) {
    await openJourney(page, await draw(call, make()));
    hard[name] = await dragCard(page);
  }
  bench.say('1,000 nodes are edited');
  await several(() => edit(page, idOf(1000)));
  bench.say('a customer enters a journey of 1,000 nodes');
  const running = await call<{ id: number; rev: number }>('POST', '/v1/journeys', { graph: enteredByHand() });
  await call('POST', `/v1/journeys/${running.id}/publish`, { rev: running.rev });
  figures['cards_per_live_delta'] = await customerEnters(page, running.id, call);
  watch.read();
  if (browser.broken.length > 0) throw new Error(browser.broken.join('\n'));
  return {
    figures: { ...figures, editor_js_gzip_kb: scripts.needed, editor_js_idle_gzip_kb: scripts.later },
    spreads,
    details: { hard },
    notes: NOTES,
  };
}

/** Types into a form, adds a node and takes it back. */
async function edit(page: Page, id: number): Promise<Record<string, number>> {
  await openJourney(page, id);
  const { cards } = await typeIntoForm(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.keyboard.type('matsu');
  const added = await keyToPaint(page, 'Enter');
  await page.keyboard.press('Escape');
  const undone = await keyToPaint(page, 'Control+z');
  const { layout, checks } = await meterOf(page);
  return {
    cards_per_keystroke: cards,
    insert_ms_1000: added,
    undo_ms_1000: undone,
    layout_ms_1000: spreadOf(layout).median,
    checks_ms_1000: spreadOf(checks).median,
  };
}

/** The same 1,000 nodes, begun by hand. */
function enteredByHand() {
  const graph = grownJourney(1000);
  graph.nodes['start']!.config = { triggers: [{ on: 'manual' }] };
  return graph;
}

const NOTES = [
  'Production build in headless Chromium without a graphics card, 1440 × 900, input by its own protocol; journeys as shops grow',
  'them (branches nested, 70 % joined). A drag is 90 moves in 1.5 s. Keys count until what they did has been painted. Size: all',
  'JavaScript the browser asked for until a journey could be worked on, gzipped; `idle` is what it fetches later, while',
  'nobody waits. Counts do not depend on the machine, the rest does.',
];
