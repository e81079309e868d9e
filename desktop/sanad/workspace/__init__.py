"""An open library and what one does with it: one module per flow."""
