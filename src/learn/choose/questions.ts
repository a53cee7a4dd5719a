/** A question and what may be answered, in the order it is shown in. */
export interface Question {
  readonly title: string;
  /** Why it is asked; two sentences at most. */
  readonly why: string;
  readonly options: Readonly<Record<string, Option>>;
}

export interface Option {
  /** What is pressed. */
  readonly title: string;
  /** What it means, where the title does not say it. */
  readonly text: string;
}

const asked = {
  user: {
    title: "Does it act for a person?",
    why: "A grant is about whose data it is. What belongs to a person, she has to allow.",
    options: {
      yes: {
        title: "Yes",
        text: "It uses what belongs to its users, or wants to know who they are.",
      },
      no: {
        title: "No",
        text: "A program, such as a build or a nightly job, asks for what is its own; nobody is there to be asked.",
      },
    },
  },
  program: {
    title: "Where does the program run?",
    why: "It has to prove who it is, so it needs a place where it can keep something to itself.",
    options: {
      server: { title: "On machines you run", text: "A server, a container, a scheduled job." },
      shipped: {
        title: "On machines of its users",
        text: "Something people install, a device they buy.",
      },
    },
  },
  proof: {
    title: "How can it prove who it is?",
    why: "A key that signs never travels. A secret is sent with every request for a token.",
    options: {
      key: {
        title: "With a private key",
        text: "There is a key store, or a file only it can read.",
      },
      secret: { title: "With a secret only", text: "The authorization server knows no other way." },
    },
  },
  runs: {
    title: "What runs it?",
    why: "Whoever can read the code of a client can read every secret in it. That decides most of the rest.",
    options: {
      server: {
        title: "A web application with a server",
        text: "Pages are made on the server; it calls the API, and no script of the page does.",
      },
      browser: {
        title: "A page in the browser",
        text: "A single-page application; also one with a server of its own, which is asked about next.",
      },
      native: { title: "An app people install", text: "On a phone or a computer." },
      cli: { title: "A program in a terminal", text: "A command-line tool." },
      device: {
        title: "A device without a keyboard",
        text: "A television, a printer, a photo frame.",
      },
      agent: { title: "An AI agent", text: "It calls tools for a person, as MCP clients do." },
    },
  },
  backend: {
    title: "Can the page have a server of its own?",
    why: "Tokens that never reach the browser cannot be stolen there. A small server that only does this is enough.",
    options: {
      bff: {
        title: "Yes, and it may forward the requests",
        text: "A backend for frontend: the browser holds a cookie only.",
      },
      mediating: {
        title: "Yes, but the page calls the API itself",
        text: "A token-mediating backend: it hands the page an access token.",
      },
      none: { title: "No", text: "Only files are served; everything happens in the browser." },
    },
  },
  display: {
    title: "Is there a browser on the machine it runs on?",
    why: "If there is, the answer can come back to that machine. If not, its user needs another device.",
    options: {
      here: { title: "Yes", text: "People run it on their own computer." },
      elsewhere: {
        title: "No",
        text: "Over SSH or in a container, with somebody there to enter a code elsewhere. A build has nobody: it acts for no person, so change the first answer to No.",
      },
    },
  },
  agent: {
    title: "Where does the agent run?",
    why: "On the user’s machine it can keep no secret. On yours it can, and it serves many people.",
    options: {
      desktop: { title: "On the user’s machine", text: "In an editor, a desktop app, a terminal." },
      hosted: { title: "On a server of yours", text: "People reach it with their browser." },
    },
  },
  identity: {
    title: "Does it need to know who the user is?",
    why: "An access token proves nothing about who is there (RFC 6749 §10.16). Signing in takes OpenID Connect.",
    options: {
      no: { title: "No, it only calls an API", text: "Who the user is, is the API’s concern." },
      also: { title: "Yes, and it calls an API", text: "It signs people in and uses their data." },
      only: {
        title: "That is all it needs",
        text: "It signs people in and calls no API for them.",
      },
    },
  },
  today: {
    title: "What does it use today?",
    why: "A migration needs an order of steps. What is new does not.",
    options: {
      nothing: { title: "Nothing that has to go", text: "It is new, or already uses codes." },
      implicit: { title: "The implicit grant", text: "Tokens come back in the address." },
      password: {
        title: "The password grant",
        text: "Users type their password into the application.",
      },
    },
  },
} satisfies Record<string, Question>;

/** The id of a question. */
export type QuestionId = keyof typeof asked;

/** An answer by its event: `user.yes`. */
export type AnswerEvent = {
  [Id in QuestionId]: { readonly type: `${Id}.${keyof (typeof asked)[Id]["options"] & string}` };
}[QuestionId];

/** What was answered so far, by the question. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

/** Every question there is; which come, and in which order, the machine says. */
export const questions: Readonly<Record<QuestionId, Question>> = asked;

/** Whether there is a question of that id. */
export function isQuestion(id: string): id is QuestionId {
  return Object.hasOwn(asked, id);
}

/** The answer as an event of the machine; nothing when the question has no such answer. */
export function answerEvent(question: QuestionId, answer: string): AnswerEvent | undefined {
  const type = `${question}.${answer}`;
  return isAnswer(type) ? { type } : undefined;
}

function isAnswer(type: string): type is AnswerEvent["type"] {
  const [question = "", answer = ""] = type.split(".");
  return isQuestion(question) && Object.hasOwn(asked[question].options, answer);
}
