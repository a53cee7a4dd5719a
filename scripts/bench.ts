import { run } from "./run.ts";

const SECTIONS = [
  {
    title: "Bytes of script per page",
    commands: ["vite build --logLevel warn", "tsx scripts/size.ts"],
  },
];

for (const { title, commands } of SECTIONS) {
  console.log(`\n${title}`);
  for (const command of commands) {
    const [program = "", ...args] = command.split(" ");
    const { code } = await run(program, args, { show: true });
    if (code !== 0) process.exitCode = 1;
  }
}
