"""The widgets that the reader pane is made of."""
