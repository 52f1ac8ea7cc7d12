// A form marked data-progress sends its file with a bar that shows how much has arrived. Without this script the browser
// sends the form itself, and the answer is the same page.
const STEP = 25

const size = (bytes) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))}KB` : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)}MB`

/** The bar with its words: what is seen changes all the time, what is said aloud only now and then. */
function board(form) {
  const panel = document.createElement('div')
  panel.className = 'slipway-upload'
  const words = document.createElement('p')
  words.className = 'govuk-body slipway-upload__words'
  words.id = 'upload-words'
  const bar = document.createElement('progress')
  bar.className = 'slipway-upload__bar'
  bar.setAttribute('aria-labelledby', words.id)
  bar.max = 100
  const stop = document.createElement('button')
  stop.type = 'button'
  stop.className = 'govuk-button govuk-button--secondary'
  stop.textContent = 'Stop sending'
  const said = document.createElement('p')
  said.className = 'govuk-visually-hidden'
  said.setAttribute('role', 'status')
  panel.append(words, bar, stop, said)
  form.append(panel)
  return { panel, words, bar, stop, said }
}

/** The page that came instead of the one that was sent for: the same form, with what is to be corrected. */
function show(html, again) {
  const answer = new DOMParser().parseFromString(html, 'text/html')
  const main = answer.querySelector('main')
  if (!main) {
    return false
  }
  document.title = answer.title
  document.querySelector('main').replaceWith(document.adoptNode(main))
  window.scrollTo(0, 0)
  again(document.querySelector('main'))
  return true
}

/** @param again makes the components of a part of the page work that has come new */
export function showProgress(form, again) {
  const file = form.querySelector('input[type=file]')
  let sending = false
  form.addEventListener('submit', (event) => {
    if (sending) {
      event.preventDefault()
      return
    }
    const chosen = file?.files?.[0]
    if (!chosen) {
      return
    }
    event.preventDefault()
    sending = true
    const button = form.querySelector('button[type=submit]')
    button?.setAttribute('aria-disabled', 'true')
    const shown = board(form)
    let next = STEP
    const request = new XMLHttpRequest()

    const end = (words) => {
      sending = false
      button?.removeAttribute('aria-disabled')
      shown.bar.remove()
      shown.stop.remove()
      shown.words.textContent = words
      shown.words.id = ''
      shown.said.textContent = words
      form.querySelectorAll('.slipway-upload').forEach((old) => old !== shown.panel && old.remove())
      button?.focus()
    }

    shown.words.textContent = `Sending ${chosen.name}, ${size(chosen.size)}`
    shown.said.textContent = `Sending ${chosen.name}`
    shown.bar.value = 0
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (!lengthComputable || loaded >= total) {
        return
      }
      const percent = Math.floor((loaded / total) * 100)
      shown.bar.value = percent
      shown.words.textContent = `Sending ${chosen.name}: ${size(loaded)} of ${size(total)}, ${percent}%`
      if (percent >= next) {
        shown.said.textContent = `${percent}% sent`
        next = percent - (percent % STEP) + STEP
      }
    })
    // The portal answers when the whole file is checked. How far it is cannot be known from here.
    request.upload.addEventListener('load', () => {
      shown.bar.removeAttribute('value')
      shown.words.textContent = 'The file has arrived and is being checked. The largest files take about a minute.'
      shown.said.textContent = shown.words.textContent
      shown.stop.remove()
    })
    request.addEventListener('load', () => {
      const moved = request.responseURL && request.responseURL !== form.action
      if (request.status < 400 && moved) {
        window.location.assign(request.responseURL)
      } else if (!show(request.responseText, again)) {
        end('The file could not be sent. Try again; if it happens again, tell whoever looks after this portal.')
      }
    })
    request.addEventListener('error', () => end('The file could not be sent: the connection was lost. Try again.'))
    request.addEventListener('abort', () => end('You stopped sending. Nothing was kept.'))
    shown.stop.addEventListener('click', () => request.abort())
    request.open('POST', form.action)
    request.send(new FormData(form))
    shown.stop.focus()
  })
}
