/** The same server, another database. */
export declare function inDatabase(url: string, name: string): string;
/** A migrated database to clone from, made once per state of the migrations folder. Returns its name. */
export declare function prepareTemplate(url: string): Promise<string>;
