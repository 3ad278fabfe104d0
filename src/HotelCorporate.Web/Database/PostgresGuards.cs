namespace HotelCorporate.Web.Database;

/// <summary>What PostgreSQL itself refuses, whatever code writes. Safe to run at each start.</summary>
internal static class PostgresGuards
{
    /// <summary>The tables whose rows stay as they were written.</summary>
    public static IReadOnlyList<string> Kept { get; } = ["Journal", "Invoices", "InvoiceLines", "InvoiceTaxes"];

    public static IReadOnlyList<string> All { get; } =
    [
        """
        CREATE OR REPLACE FUNCTION hotel_folded(told text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        $$ SELECT translate(replace(replace(replace(replace(lower(regexp_replace(normalize(told, NFD), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'øđðłıħ', 'oddlih') $$
        """,
        """
        CREATE OR REPLACE FUNCTION refuse_journal_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'The journal is never changed.' USING ERRCODE = 'P0001'; END $$
        """,
        """
        CREATE OR REPLACE TRIGGER journal_is_kept BEFORE UPDATE OR DELETE ON "Journal"
        FOR EACH ROW EXECUTE FUNCTION refuse_journal_change()
        """,
        """
        CREATE OR REPLACE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON "Journal"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_change()
        """,
        """
        CREATE EXTENSION IF NOT EXISTS btree_gist
        """,
        """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'holds_never_overlap') THEN
            ALTER TABLE "Holds" ADD CONSTRAINT holds_never_overlap
              EXCLUDE USING gist ("AtomId" WITH =, "Lane" WITH =, tstzrange("From", "Until", '[)') WITH &&);
          END IF;
        END $$
        """,
        """
        CREATE OR REPLACE FUNCTION refuse_document_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'An issued document is never changed.' USING ERRCODE = 'P0001'; END $$
        """,
        """
        CREATE OR REPLACE TRIGGER invoices_are_kept BEFORE UPDATE OR DELETE ON "Invoices"
        FOR EACH ROW EXECUTE FUNCTION refuse_document_change()
        """,
        """
        CREATE OR REPLACE TRIGGER invoicelines_are_kept BEFORE UPDATE OR DELETE ON "InvoiceLines"
        FOR EACH ROW EXECUTE FUNCTION refuse_document_change()
        """,
        """
        CREATE OR REPLACE TRIGGER invoicetaxes_are_kept BEFORE UPDATE OR DELETE ON "InvoiceTaxes"
        FOR EACH ROW EXECUTE FUNCTION refuse_document_change()
        """,
        """
        CREATE OR REPLACE TRIGGER invoices_never_emptied BEFORE TRUNCATE ON "Invoices"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_document_change()
        """,
        """
        CREATE OR REPLACE TRIGGER invoicelines_never_emptied BEFORE TRUNCATE ON "InvoiceLines"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_document_change()
        """,
        """
        CREATE OR REPLACE TRIGGER invoicetaxes_never_emptied BEFORE TRUNCATE ON "InvoiceTaxes"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_document_change()
        """,
        """
        CREATE OR REPLACE FUNCTION refuse_further_line() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          IF (SELECT COUNT(*) FROM "InvoiceLines" WHERE "InvoiceId" = NEW."InvoiceId") >= (SELECT "LineCount" FROM "Invoices" WHERE "Id" = NEW."InvoiceId") THEN
            RAISE EXCEPTION 'An issued document takes no further line.' USING ERRCODE = 'P0001';
          END IF;
          RETURN NEW;
        END $$
        """,
        """
        CREATE OR REPLACE TRIGGER invoicelines_are_complete BEFORE INSERT ON "InvoiceLines"
        FOR EACH ROW EXECUTE FUNCTION refuse_further_line()
        """,
        """
        CREATE OR REPLACE FUNCTION tell_diaries() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_notify('hotel_diary', NEW."PropertyId"::text); RETURN NULL; END $$
        """,
        """
        CREATE OR REPLACE TRIGGER journal_tells_diaries AFTER INSERT ON "Journal"
        FOR EACH ROW WHEN (NEW."PropertyId" IS NOT NULL AND NEW."Subject" IN ('Booking', 'Space', 'Quote')) EXECUTE FUNCTION tell_diaries()
        """,
    ];
}
