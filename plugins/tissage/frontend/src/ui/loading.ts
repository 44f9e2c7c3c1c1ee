// The data of the indexes, which come as scripts: a page opened from disk may load nothing else.

type Receive = (name: string, data: unknown) => void;

declare global {
  interface Window {
    tissage?: Receive;
  }
}

const waiting = new Map<string, (data: unknown) => void>();
const asked = new Map<string, Promise<unknown>>();

// Each script of a page has a receiver of its own: whoever comes later hands on to those before.
const before = window.tissage;
window.tissage = (name, data) => {
  before?.(name, data);
  waiting.get(name)?.(data);
};

/** The data that the script `<name>.js` of a folder hands over; rejects where it cannot be loaded. */
export function load<Data>(folder: string, name: string): Promise<Data> {
  const known = asked.get(name);
  if (known) return known as Promise<Data>;
  const promise = new Promise<unknown>((resolve, reject) => {
    const script = document.createElement("script");
    waiting.set(name, (data) => {
      script.onload = null;
      resolve(data);
    });
    script.src = `${folder}${name}.js`;
    const fail = (): void => {
      asked.delete(name);
      reject(new Error(script.src));
    };
    script.onerror = fail;
    script.onload = fail; // A network that answers in the place of the site hands over nothing.
    document.head.append(script);
  });
  asked.set(name, promise);
  return promise as Promise<Data>;
}
