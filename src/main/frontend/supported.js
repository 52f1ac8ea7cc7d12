// Runs before the page is drawn, in a file of its own so that no inline script is needed. The script stands in <head>, where
// there is no body yet, so the classes are set as soon as there is one.
const classes = ['js-enabled'].concat('noModule' in HTMLScriptElement.prototype ? ['govuk-frontend-supported'] : [])
const mark = () => document.body.classList.add(...classes)
if (document.body) {
  mark()
} else {
  new MutationObserver((changes, observer) => {
    if (document.body) {
      observer.disconnect()
      mark()
    }
  }).observe(document.documentElement, { childList: true })
}
