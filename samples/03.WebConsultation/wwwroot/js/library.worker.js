// Runs the library. One call after the other; nothing leaves this browser.

const library = start();

async function start() {
  const { dotnet } = await import('../_framework/dotnet.js');
  const { getAssemblyExports, getConfig } = await dotnet.create();
  return (await getAssemblyExports(getConfig().mainAssemblyName)).Calls;
}

addEventListener('message', async ({ data }) => {
  const { number, path, body, culture, id = '', detail = '' } = data;
  let reply;
  try {
    reply = (await library).Answer(path, body, culture, id, detail);
  } catch {
    reply = undefined; // the page says so; what went wrong may hold an answer
  }
  postMessage({ number, reply });
});

library.catch(() => {});
