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
