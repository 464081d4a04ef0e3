// Everything that came from a client is put into the page as text, never as markup.
const $ = id => document.getElementById(id);
const mostSessions = 100, mostMessages = 200;
const firstGates = ['securityDefaults', 'tenantOff', 'mailbox'];
let state = null;

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') made.addEventListener('click', value);
    else if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};

const post = (path, body) => fetch(path, {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
});

const setSwitch = (key, value) => post('/gates', { ...state.switches, [key]: value });

function buildGate(guide) {
  const label = `gate-${guide.key}`;
  const control = guide.key === 'mailbox'
    ? element('select', { id: 'switch-mailbox', 'aria-labelledby': label },
        ...[['inherit', 'as the tenant'], ['on', 'on'], ['off', 'off']].map(([value, text]) => element('option', { value }, text)))
    : element('button', {
        id: `switch-${guide.key}`, type: 'button', role: 'switch', 'aria-checked': 'false', 'aria-labelledby': label,
        onclick: () => setSwitch(guide.key, !state.switches[guide.key]),
      }, 'open');
  if (guide.key === 'mailbox') control.addEventListener('change', () => setSwitch('mailbox', control.value));
  const rows = [['What it is', guide.what], ['Whose it is', guide.owner], ['How to read it', guide.read], ['How to open it', guide.open]];
  const list = element('dl', {}, ...rows.map(([name, text]) => element('div', {}, element('dt', {}, name), element('dd', {}, text))));
  const help = element('div', { id: `help-${guide.key}`, class: 'help' }, list);
  if (guide.command) help.append(element('pre', { tabindex: '0' }, element('code', {}, guide.command)));
  help.hidden = true;
  const ask = element('button', {
    type: 'button', class: 'ask', 'aria-label': `What is ${guide.name}?`, 'aria-expanded': 'false', 'aria-controls': help.id,
    onclick: () => { help.hidden = !help.hidden; ask.setAttribute('aria-expanded', String(!help.hidden)); },
  }, '?');
  return element('div', { class: 'gate' },
    element('div', { class: 'row' }, element('span', { class: 'name', id: label }, guide.name), control, ask), help);
}

function showState(next) {
  state = next;
  for (const key of ['host', 'port', 'mailbox']) $(key).textContent = state[key];
  $('password').textContent = state.password ?? 'from the environment';
  $('command').textContent = `dotnet run --project samples/GateTrial -- ${location.origin}`;
  for (const control of document.querySelectorAll('[role=switch]')) {
    const closed = state.switches[control.id.replace('switch-', '')];
    control.setAttribute('aria-checked', String(closed));
    control.textContent = closed ? 'closed' : 'open';
  }
  const mailbox = $('switch-mailbox');
  if (mailbox) mailbox.value = state.switches.mailbox;
  for (const input of $('limits').elements)
    if (input.name && document.activeElement !== input) input.value = state.switches[input.name];
  fill($('scenario'), state.scenarios.map(one => one.name), state.scenario, 'own mixture');
  fill($('fault'), state.faults, state.fault);
  const use = state.scenarios.find(one => one.name === state.scenario)?.use;
  $('scenario-use').textContent = use ? `To see it: ${use}.` : '';
  $('use-messages').textContent = `${state.use.messagesThisMinute} of ${state.switches.messagesPerMinute}`;
  $('use-connections').textContent = `${state.use.connections} of ${state.switches.connections}`;
  $('use-recipients').textContent = `${state.use.recipientsToday} of ${state.switches.recipientsPerDay}`;
}

function fill(select, values, value, none) {
  const wanted = value === '' && none ? [none, ...values] : values;
  if (select.options.length !== wanted.length)
    select.replaceChildren(...wanted.map(one => element('option', { value: one === none ? '' : one }, one)));
  select.value = value;
}

function showSession(session) {
  const id = `session-${session.number}`;
  let item = $(id);
  if (!item) {
    // The latest session is open; one that a person has opened stays so.
    for (const last of $('sessions').querySelectorAll('details[data-latest]')) {
      last.open = false;
      delete last.dataset.latest;
    }
    item = element('li', { id }, element('details', { open: '', 'data-latest': '' },
      element('summary', {}, element('span', { class: 'title' }), ' ', element('span', { class: 'outcome' })),
      element('div', { class: 'body' }, element('div', { class: 'lines' }), element('div', { class: 'whys' })),
      element('div', { class: 'links' },
        element('a', { href: `/sessions/${session.number}.txt`, download: '' }, 'Save as text'),
        element('a', { href: `/sessions/${session.number}.cs`, download: '' }, 'Save as a test'))));
    item.querySelector('summary').addEventListener('click', () => delete item.firstElementChild.dataset.latest);
    $('sessions').prepend(item);
    while ($('sessions').children.length > mostSessions) $('sessions').lastElementChild.remove();
  }
  item.querySelector('.title').textContent =
    `Session ${session.number} from ${session.client}${session.signedInAs ? `, signed in as ${session.signedInAs}` : ''}${session.hasEnded ? '' : ' (open)'}`;
  for (const line of session.lines ?? []) showLine(line);
  $('no-sessions').hidden = true;
}

function showLine(line) {
  const item = $(`session-${line.session}`);
  if (!item) return;
  const refused = line.cause !== null && line.cause !== undefined;
  const kind = refused ? 'refused' : line.text.startsWith('S: ') ? 'server' : line.text.startsWith('# ') ? 'note' : 'client';
  const lines = item.querySelector('.lines');
  lines.append(element('span', { class: `line ${kind}` }, line.text));
  const outcome = item.querySelector('.outcome');
  if (refused) {
    const why = element('div', { class: 'why' }, element('p', { class: 'line refused' }, line.text), element('p', {}, line.meaning));
    if (line.command) why.append(element('pre', { tabindex: '0' }, element('code', {}, line.command)));
    item.querySelector('.whys').append(why);
    outcome.textContent = line.cause;
    outcome.className = 'outcome bad';
  } else if (line.text.startsWith('S: 250 2.0.0')) {
    outcome.textContent = 'accepted';
    outcome.className = 'outcome good';
  }
}

function showMessage(message) {
  const body = element('div', { class: 'parts' });
  const details = element('details', {},
    element('summary', {}, `${message.subject || '(no subject)'} from ${message.from} to ${message.recipients.join(', ')}${message.delayed ? ' (over the limit: delivered later)' : ''}`),
    body);
  details.addEventListener('toggle', async () => {
    if (!details.open || body.childElementCount) return;
    const answer = await fetch(`/messages/${message.id}`);
    if (!answer.ok) return body.replaceChildren('This message has been forgotten.');
    const parts = await answer.json();
    body.append(element('pre', { tabindex: '0' }, parts.headers.join('\n')));
    for (const part of parts.parts)
      body.append(
        element('p', {}, `${part.type}${part.fileName ? `, ${part.fileName}` : ''}, ${part.encoding}, ${part.size} bytes`),
        ...(part.text === null ? [] : [element('pre', { tabindex: '0' }, part.text)]));
  });
  $('messages').prepend(element('li', { id: `message-${message.id}` }, details));
  while ($('messages').children.length > mostMessages) $('messages').lastElementChild.remove();
  $('no-messages').hidden = true;
}

function showEverything(all) {
  showState(all.state);
  $('sessions').replaceChildren();
  $('messages').replaceChildren();
  $('no-sessions').hidden = $('no-messages').hidden = false;
  all.sessions.forEach(showSession);
  all.messages.forEach(showMessage);
}

const guides = await (await fetch('/guide')).json();
for (const guide of guides) $(firstGates.includes(guide.key) ? 'gates' : 'more-gates').append(buildGate(guide));

$('scenario').addEventListener('change', event => event.target.value && post('/scenario', event.target.value));
$('fault').addEventListener('change', event => post('/fault', event.target.value));
$('clear').addEventListener('click', () => post('/clear', {}));
$('limits').addEventListener('submit', event => {
  event.preventDefault();
  const limits = Object.fromEntries([...new FormData(event.target)].map(([key, value]) => [key, Number(value)]));
  post('/gates', { ...state.switches, ...limits });
});

const events = new EventSource('/events');
const on = (name, show) => events.addEventListener(name, event => show(JSON.parse(event.data)));
on('all', showEverything);
on('state', showState);
on('session', showSession);
on('line', showLine);
on('message', showMessage);
events.addEventListener('open', () => { $('connection').textContent = 'Live'; });
events.addEventListener('error', () => { $('connection').textContent = 'The simulator is not running any more.'; });
