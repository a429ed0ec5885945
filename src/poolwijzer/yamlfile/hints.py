"""Advice that more than one mistake asks for."""

QUOTE_IT = "Zet tekst met een leesteken vooraan tussen dubbele aanhalingstekens."
