import { setSubscriptions } from '../customers/subscriptions/subscriptions.sql.ts';
import { changeCustomers } from '../customers/identify.sql.ts';
import { findCustomers, holdFreeCustomers, lockCustomers, lockCustomersById } from '../customers/lock.sql.ts';
import { inWorkspace, type Here } from '../db/in-workspace.ts';
import { nextFactNumbers, nextRowNumbers } from '../db/numbers.sql.ts';
import type { Db, Trx } from '../db/database.ts';
import { insertEvents, writeShipments } from '../events/events.sql.ts';
import { claimKeys } from '../events/keys.sql.ts';
import { lockCustomerPage } from '../journeys/plan-elapsed.sql.ts';
import { frozenJourneys, getVersions, liveVersions, travelledVersions } from '../journeys/versions.sql.ts';
import { putBack } from '../messages/again.sql.ts';
import { claimShared } from '../messages/together.sql.ts';
import { claimDue as claimMails, lockDue, recheck } from '../messages/claim.sql.ts';
import { archive, archiveUnwritten } from '../messages/finish.sql.ts';
import { hold, nextHeldAt, release } from '../messages/hold.sql.ts';
import { findRivals, lockLedgers, writeLedgers } from '../messages/ledger.sql.ts';
import { findGate, lockBuckets, writeBuckets } from '../messages/pace/gate.sql.ts';
import { changeSenderTrouble } from '../messages/pace/sender-trouble.sql.ts';
import { changeTrouble } from '../messages/pace/trouble.sql.ts';
import { insertLetters } from '../messages/letters.sql.ts';
import { pin } from '../messages/pins.sql.ts';
import { keepReplies } from '../messages/replies.sql.ts';
import { findOrders, recountTotals, writeOrders, writeTotals } from '../orders/orders.sql.ts';
import { SenderBook } from '../senders/sender-book.ts';
import { listSenders } from '../senders/senders.sql.ts';
import { signingKeys } from '../domains/keys.sql.ts';
import { findAsking } from '../questions/questions.sql.ts';
import { addMembers, listConditions, removeMembers } from '../segments/segments.sql.ts';
import { followedItems } from '../orders/followed-items.sql.ts';
import { lastItems } from '../orders/last-items.sql.ts';
import { knownVersions } from '../templates/known-versions.ts';
import { boardsOf, keepChoices } from './choices.sql.ts';
import { countClicks, countGoals } from './count-mails.sql.ts';
import { writeCounts, writeDiary } from './diary.sql.ts';
import { askWork } from './effects.sql.ts';
import { activeOf, endEnrollments } from './endings.sql.ts';
import { claimDue, leave, nextDueAt, park, writePositions } from './enrollments.sql.ts';
import { shelve } from './frozen.sql.ts';
import { findEntries, insertEnrollments } from './entries.sql.ts';
import {
  customerFacts,
  eventFacts,
  messageFacts,
  orderFacts,
  segmentFacts,
  shipmentFacts,
  underWayFacts,
} from './facts.sql.ts';
import { moveSleepers } from './move.sql.ts';
import { newestFact } from './newest-fact.sql.ts';
import { holdSetup, setupRevision } from './revision.sql.ts';
import { cancelUnsent, writeOutbox } from './outbox.sql.ts';
import { resume, wake } from './resume.sql.ts';
import { findParcels } from './parcels.sql.ts';
import { writeRefusals } from './refusals.sql.ts';
import { findShop } from './shop.sql.ts';
import type { InWorkspace, Store } from './store.ts';
import { dueTimers, lockSchedule, moveSchedule, nextTimerAt, takeTimers, writeTimers } from './timers.sql.ts';

/** Transactions of a PostgreSQL database, as the engine wants them. */
export const pgStores =
  (db: Db): InWorkspace =>
  (workspaceId, work) =>
    inWorkspace(db, workspaceId, (trx, here) => work(pgStore(trx, here), here));

/** The store of a transaction that is under way: for those who also write what the engine does not know. */
export const pgStore = (trx: Trx, here: Here): Store => ({
  origin: trx.getExecutor().adapter,
  positions: {
    claimDue: (want) => claimDue(trx, here.id, want),
    shelve: (ids) => shelve(trx, here.id, ids),
    leave: (ids, until) => leave(trx, here.id, ids, until),
    park: (id, error) => park(trx, here.id, id, error),
    write: (moved) => writePositions(trx, here.id, moved),
    nextDueAt: () => nextDueAt(trx, here.id),
    activeOf: (customers) => activeOf(trx, here.id, customers),
    end: (ended) => endEnrollments(trx, here, ended),
    resume: (results) => resume(trx, here.id, results),
    wake: (heard) => wake(trx, here.id, heard),
    move: (planned) => moveSleepers(trx, here.id, planned),
    findEntries: (doors, asked) => findEntries(trx, here.id, doors, asked),
    refuse: (refusals) => writeRefusals(trx, here, refusals),
    insert: (ids, entries) => insertEnrollments(trx, here, ids, entries),
  },
  diary: {
    write: (receivedAt, entries) => writeDiary(trx, here.id, receivedAt, entries),
    count: (sums) => writeCounts(trx, here, sums),
  },
  letters: {
    ask: (asked) => writeOutbox(trx, here.id, asked),
    nextHeldAt: async () => (here.stopped ? null : await nextHeldAt(trx, here.id)),
    cancel: (gone) => cancelUnsent(trx, here.id, gone),
    countGoals: (enrollments) => countGoals(trx, here, enrollments),
    countClicks: (clicks) => countClicks(trx, here, clicks),
  },
  sending: {
    release: (limit) => release(trx, here, limit),
    lockDue: (limit) => lockDue(trx, here, limit),
    gate: (provider) => findGate(trx, here, provider),
    claimDue: (want) => claimMails(trx, here, want),
    changeTrouble: (provider, before, after) => changeTrouble(trx, here, { provider, before, after }),
    changeSenderTrouble: (failed, well) => changeSenderTrouble(trx, here, failed, well),
    lockBuckets: (lines) => lockBuckets(trx, here, lines),
    writeBuckets: (rows) => writeBuckets(trx, here, rows),
    claimShared: (mark) => claimShared(trx, here, mark),
    pin: (rows) => pin(trx, here, rows),
    recheck: (rows, mark) => recheck(trx, here, rows, mark),
    archive: (results) => archive(trx, here, results),
    archiveUnwritten: (limit) => archiveUnwritten(trx, here, limit),
    putBack: (rows) => putBack(trx, here, rows),
    hold: (rows) => hold(trx, here, rows),
    keepReplies: (replies) => keepReplies(trx, here, replies),
    lockLedgers: (customers) => lockLedgers(trx, here.id, customers),
    writeLedgers: (ledgers, places) => writeLedgers(trx, here.id, ledgers, places),
    findRivals: (customers) => findRivals(trx, here, customers),
    senders: async () => new SenderBook(await listSenders(trx, here), here.sender.key),
    signingKeys: () => signingKeys(trx, here),
    asking: () => findAsking(trx, here),
    templates: (ids) => knownVersions(trx, here, ids),
    lastItems: (customers) => lastItems(trx, here, customers),
    followedItems: (enrollments) => followedItems(trx, here, enrollments),
    keep: (letters) => insertLetters(trx, here, letters),
  },
  facts: {
    customers: (ids, withAttributes) => customerFacts(trx, here.id, ids, withAttributes),
    orders: (ids) => orderFacts(trx, here.id, ids),
    events: (ids, names) => eventFacts(trx, here.id, ids, names),
    segments: (ids) => segmentFacts(trx, here.id, ids),
    messages: (ids) => messageFacts(trx, here.id, ids),
    shipments: (ids) => shipmentFacts(trx, here.id, ids),
    underWay: (ids) => underWayFacts(trx, here.id, ids),
    shop: () => findShop(trx, here.id),
    parcels: (of) => findParcels(trx, here.id, of),
    newest: () => newestFact(trx),
  },
  received: {
    nextFactNumbers: (count) => nextFactNumbers(trx, count),
    nextRowNumbers: (count) => nextRowNumbers(trx, count),
    claimKeys: (keys) => claimKeys(trx, here.id, keys),
    insertEvents: (events) => insertEvents(trx, here, events),
    writeShipments: (shipments) => writeShipments(trx, here, shipments),
    findOrders: (externalIds) => findOrders(trx, here.id, externalIds),
    writeOrders: (orders) => writeOrders(trx, here, orders),
    writeTotals: (totals) => writeTotals(trx, here, totals),
    recountTotals: (customers) => recountTotals(trx, here, customers),
  },
  customers: {
    lock: (externalIds) => lockCustomers(trx, here, externalIds),
    lockById: (ids) => lockCustomersById(trx, here.id, ids),
    holdFree: (ids) => holdFreeCustomers(trx, here.id, ids),
    lockPage: (after, limit) => lockCustomerPage(trx, here.id, after, limit),
    find: (externalIds) => findCustomers(trx, here.id, externalIds),
    change: (changes) => changeCustomers(trx, here, changes),
    subscribe: (said) => setSubscriptions(trx, here, said),
  },
  nodes: {
    keepChoices: (choices) => keepChoices(trx, here.id, choices),
    boards: (journeys) => boardsOf(trx, here.id, journeys),
    ask: (work) => askWork(trx, here.id, work),
  },
  setup: {
    versions: (wanted) => getVersions(trx, here.id, wanted),
    live: () => liveVersions(trx, here.id),
    travelled: () => travelledVersions(trx, here.id),
    hold: () => holdSetup(trx, here.id),
    revision: () => setupRevision(trx, here.id),
    frozen: (journeys) => frozenJourneys(trx, here.id, journeys),
    conditions: () => listConditions(trx, here.id),
  },
  segments: {
    add: (at, members) => addMembers(trx, here.id, at, members),
    remove: (members) => removeMembers(trx, here.id, members),
  },
  timers: {
    write: (timers) => writeTimers(trx, here.id, timers),
    due: (now, limit) => dueTimers(trx, here.id, now, limit),
    take: (now, customers) => takeTimers(trx, here.id, now, customers),
    lockSchedule: (now, ref) => lockSchedule(trx, here.id, now, ref),
    moveSchedule: (ref, to) => moveSchedule(trx, here.id, ref, to),
    nextAt: () => nextTimerAt(trx, here.id),
  },
});
