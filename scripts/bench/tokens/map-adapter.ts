interface Stored {
  consumed?: number;
  readonly grantId?: string;
  readonly uid?: string;
}

const records = new Map<string, Stored>();

/** The simplest store `oidc-provider` can have; its own forgets all but the last thousand records. */
export class MapAdapter {
  readonly #model: string;

  constructor(model: string) {
    this.#model = model;
  }

  async upsert(id: string, payload: Stored): Promise<void> {
    records.set(this.#key(id), payload);
  }

  async find(id: string): Promise<Stored | undefined> {
    return records.get(this.#key(id));
  }

  async consume(id: string): Promise<void> {
    const record = records.get(this.#key(id));
    if (record !== undefined) record.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    records.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, record] of records) if (record.grantId === grantId) records.delete(key);
  }

  async findByUid(): Promise<undefined> {
    return undefined;
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  #key(id: string): string {
    return `${this.#model}:${id}`;
  }
}
