console.log("front end: nothing yet");
