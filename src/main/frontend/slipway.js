import {
  createAll,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs
} from 'govuk-frontend'
import accessibleAutocomplete from 'accessible-autocomplete'

for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs
]) {
  createAll(component)
}

// A select marked data-autocomplete becomes a field to type in; without this script it stays the select it is.
for (const select of document.querySelectorAll('select[data-autocomplete]')) {
  const describedBy = select.getAttribute('aria-describedby')
  accessibleAutocomplete.enhanceSelectElement({
    selectElement: select,
    defaultValue: select.selectedOptions[0]?.value ? select.selectedOptions[0].text : '',
    showAllValues: true,
    preserveNullOptions: true,
    displayMenu: 'overlay',
    menuAttributes: { 'aria-labelledby': `${select.id}-label` }
  })
  if (describedBy) {
    const typed = select.parentElement?.querySelector('.autocomplete__input')
    typed?.setAttribute('aria-describedby', [typed.getAttribute('aria-describedby'), describedBy].filter(Boolean).join(' '))
  }
}

// Buttons that print the page are hidden until a script can act on them.
for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

// Buttons that put a marker into a text where the cursor last was; without this script the marker is copied by hand.
for (const button of document.querySelectorAll('button[data-insert]')) {
  const text = document.getElementById(button.dataset.into)
  if (text instanceof HTMLTextAreaElement) {
    button.hidden = false
    button.addEventListener('click', () => {
      text.setRangeText(button.dataset.insert, text.selectionStart, text.selectionEnd, 'end')
      text.dispatchEvent(new Event('input', { bubbles: true }))
      text.focus()
    })
  }
}

// Minutes are saved while they are typed. What could not be sent stays in this browser until it could.
for (const form of document.querySelectorAll('form[data-autosave]')) {
  autosave(form)
}

function autosave(form) {
  const text = form.querySelector('textarea')
  const version = form.querySelector('input[name="version"]')
  const status = form.querySelector('[data-autosave-status]')
  const key = `slipway-minute ${form.action}`
  let saved = text.value
  let waiting
  let sending = false
  let stopped = false

  const say = (words) => {
    status.textContent = words
  }
  const kept = {
    put: () => attempt(() => localStorage.setItem(key, text.value)),
    get: () => attempt(() => localStorage.getItem(key)),
    drop: () => attempt(() => localStorage.removeItem(key))
  }

  const left = kept.get()
  if (left === text.value) {
    kept.drop()
  } else if (left && !text.value.startsWith(left)) {
    text.value = text.value ? `${text.value}\n\n${left}` : left
    say('What this browser had not sent is below what is saved. Check it.')
    later(1000)
  }

  function later(wait) {
    clearTimeout(waiting)
    waiting = setTimeout(send, wait)
  }

  async function send() {
    if (stopped || sending || text.value === saved) {
      return
    }
    sending = true
    const sent = text.value
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { 'Slipway-Autosave': 'true', Accept: 'application/json' },
        redirect: 'error'
      })
      const said = await answer.json().catch(() => ({}))
      if (answer.ok) {
        version.value = said.version
        saved = sent
        if (text.value === sent) {
          kept.drop()
          say('Saved')
        }
      } else if (answer.status === 409) {
        stopped = true
        say(`Also written by ${said.by} meanwhile. Press Save to see both texts; yours is kept.`)
      } else {
        stopped = true
        say(said.why ?? 'Not saved. Press Save to see why; your text is kept.')
      }
    } catch {
      say('Not saved: no connection. Your text is kept in this browser and sent when the connection is back.')
      later(5000)
    } finally {
      sending = false
      if (!stopped && text.value !== saved) {
        later(2000)
      }
    }
  }

  text.addEventListener('input', () => {
    kept.put()
    if (!stopped) {
      say('Not saved yet')
      later(1000)
    }
  })
  text.addEventListener('blur', () => later(0))
  form.addEventListener('submit', () => {
    stopped = true
    clearTimeout(waiting)
  })
  window.addEventListener('online', () => later(0))
}

// A browser may forbid a page to keep anything.
function attempt(act) {
  try {
    return act()
  } catch {
    return undefined
  }
}
