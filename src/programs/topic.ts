/** A topic of a program's list, with the other names people have for it. */
export type Topic = { topicId: string; name: string; synonyms: string[] };
