import { registerServiceWorker } from "../sw/register.ts";

const control = await registerServiceWorker(import.meta.env.BASE_URL);
document.documentElement.dataset.worker = control;
