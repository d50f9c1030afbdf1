import type { Transfer } from "../outbox/transfers.svelte";
import type { Delivery } from "../shell/types";
import { words } from "../words/words.svelte";

export type TransferState = "preparing" | "waiting" | "sending" | "answer" | "cancelling";
/** One on its transfer, in words: `file` is the one that is being sent. */
export type TransferWords = { state: TransferState; title: string; text: string; file: string };

export function transferWords(delivery: Delivery, transfer: Transfer | null, cancelling: boolean): TransferWords {
  const { send: w, outbox } = words;
  const { files, waiting } = delivery;
  if (cancelling) return { state: "cancelling", title: w.cancelling, text: "", file: "" };
  if (delivery.state === "waiting") {
    const title = waiting?.code === "turn" ? w.to(delivery) : outbox.state(delivery);
    return { state: waiting?.code === "turn" ? "preparing" : "waiting", title, text: outbox.waitingWhy(delivery), file: "" };
  }
  const progress = transfer?.progress;
  switch (progress?.step) {
    case undefined:
      return { state: "preparing", title: w.to(delivery), text: w.preparing, file: "" };
    case "waiting":
      return { state: "waiting", title: w.waiting, text: w.waitingWhy(progress), file: "" };
    case "answer":
      return { state: "answer", title: w.answer, text: w.answerWhy, file: "" };
    case "sending": {
      const file = progress.file === null ? undefined : files[progress.file];
      return {
        state: "sending",
        title: w.to(delivery),
        text: [
          ...(progress.total > 0 ? [w.percent({ part: transfer?.part ?? 0 })] : []),
          w.sending({ sent: progress.sent, total: progress.total, speed: transfer?.speed ?? null, left: transfer?.secondsLeft ?? null }),
        ].join(" · "),
        file: file && progress.file !== null ? w.file({ name: file.name, index: progress.file, total: files.length }) : "",
      };
    }
  }
}
