export interface TestDatabase {
    /** Connects as the owner, as DATABASE_URL would. */
    url: string;
    [Symbol.asyncDispose](): Promise<void>;
}
/** A migrated database of its own, a clone of the template: `await using database = await createTestDatabase()`. */
export declare function createTestDatabase(): Promise<TestDatabase>;
