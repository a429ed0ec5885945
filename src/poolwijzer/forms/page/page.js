document.getElementById("gegevens");
