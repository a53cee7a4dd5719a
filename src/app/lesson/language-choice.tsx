import { type Language, LANGUAGES } from "../../learn/languages.ts";
import { SMALL_BUTTON } from "../../ui/primitives/button.ts";

interface Props {
  readonly language: Language;
  onChoose(language: Language): void;
}

/** The languages of the samples, one pressed. */
export function LanguageChoice({ language, onChoose }: Props) {
  return (
    <div role="group" aria-label="Language of the code" className="flex flex-wrap gap-2">
      {LANGUAGES.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === language}
          className={SMALL_BUTTON}
          onClick={() => onChoose(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
