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
    waiting.set(name, resolve);
    const script = document.createElement("script");
    script.src = `${folder}${name}.js`;
    script.onerror = () => {
      asked.delete(name);
      reject(new Error(script.src));
    };
    document.head.append(script);
  });
  asked.set(name, promise);
  return promise as Promise<Data>;
}
