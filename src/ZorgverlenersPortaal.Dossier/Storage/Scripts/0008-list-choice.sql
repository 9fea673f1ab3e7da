-- How a doctor wants to see her list. No audit: it changes nothing of what she may see.
CREATE TABLE list_choice (
  uzi_number TEXT NOT NULL PRIMARY KEY,
  list_order TEXT NOT NULL,
  scope TEXT NOT NULL
);
