"""Ways in: new sheets from questions, forms, issues, documents and tables; and what other tools read to offer them."""
