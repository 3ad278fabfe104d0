namespace HotelCorporate.Web.Database;

/// <summary>
/// What SQLite itself refuses, whatever code writes. A rebuilt table loses its triggers without a word, so they are made at each start.
/// INSERT OR REPLACE tells no trigger of the row that it deletes unless the connection asks for it, so a row that is kept is never inserted over.
/// </summary>
internal static class SqliteGuards
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        CREATE TRIGGER IF NOT EXISTS journal_is_never_changed BEFORE UPDATE ON Journal
        BEGIN SELECT RAISE(ABORT, 'The journal is never changed.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS journal_is_never_deleted BEFORE DELETE ON Journal
        BEGIN SELECT RAISE(ABORT, 'The journal is never deleted.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS journal_is_never_replaced BEFORE INSERT ON Journal
        WHEN EXISTS (SELECT 1 FROM Journal WHERE Id = NEW.Id)
        BEGIN SELECT RAISE(ABORT, 'The journal is never changed.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS holds_never_overlap_on_insert BEFORE INSERT ON Holds
        WHEN EXISTS (SELECT 1 FROM Holds h WHERE h.AtomId = NEW.AtomId AND h.Lane = NEW.Lane AND h."From" < NEW."Until" AND NEW."From" < h."Until")
        BEGIN SELECT RAISE(ABORT, 'Two firm holds of one room overlap.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS holds_never_overlap_on_update BEFORE UPDATE ON Holds
        WHEN EXISTS (SELECT 1 FROM Holds h WHERE h.Id <> NEW.Id AND h.AtomId = NEW.AtomId AND h.Lane = NEW.Lane AND h."From" < NEW."Until" AND NEW."From" < h."Until")
        BEGIN SELECT RAISE(ABORT, 'Two firm holds of one room overlap.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS invoices_never_changed BEFORE UPDATE ON Invoices
        BEGIN SELECT RAISE(ABORT, 'An issued document is never changed.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS invoices_never_deleted BEFORE DELETE ON Invoices
        BEGIN SELECT RAISE(ABORT, 'An issued document is never deleted.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS invoicelines_never_changed BEFORE UPDATE ON InvoiceLines
        BEGIN SELECT RAISE(ABORT, 'An issued document is never changed.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS invoicelines_never_deleted BEFORE DELETE ON InvoiceLines
        BEGIN SELECT RAISE(ABORT, 'An issued document is never deleted.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS invoicetaxes_never_changed BEFORE UPDATE ON InvoiceTaxes
        BEGIN SELECT RAISE(ABORT, 'An issued document is never changed.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS invoicetaxes_never_deleted BEFORE DELETE ON InvoiceTaxes
        BEGIN SELECT RAISE(ABORT, 'An issued document is never deleted.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS invoices_never_replaced BEFORE INSERT ON Invoices
        WHEN EXISTS (SELECT 1 FROM Invoices WHERE Id = NEW.Id OR Number = NEW.Number)
        BEGIN SELECT RAISE(ABORT, 'An issued document is never changed.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS invoicelines_never_replaced BEFORE INSERT ON InvoiceLines
        WHEN EXISTS (SELECT 1 FROM InvoiceLines WHERE Id = NEW.Id)
        BEGIN SELECT RAISE(ABORT, 'An issued document is never changed.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS invoicetaxes_never_replaced BEFORE INSERT ON InvoiceTaxes
        WHEN EXISTS (SELECT 1 FROM InvoiceTaxes WHERE Id = NEW.Id)
        BEGIN SELECT RAISE(ABORT, 'An issued document is never changed.'); END;
        """,
        """
        CREATE TRIGGER IF NOT EXISTS invoicelines_are_complete BEFORE INSERT ON InvoiceLines
        WHEN (SELECT COUNT(*) FROM InvoiceLines WHERE InvoiceId = NEW.InvoiceId) >= (SELECT LineCount FROM Invoices WHERE Id = NEW.InvoiceId)
        BEGIN SELECT RAISE(ABORT, 'An issued document takes no further line.'); END;
        """,
    ];
}
