namespace HotelCorporate.Domain.Imports;

/// <summary>What became of a row of a file that is brought in.</summary>
public enum RowVerdict
{
    Made,
    Changed,
    Unchanged,
    Refused,
}

/// <summary>Why a row is left out, and which column says so; no column where it is the whole row.</summary>
public sealed record RowRefusal(string Column, Sentence Why);

/// <summary>What a row would do, as its page shows it.</summary>
/// <param name="Number">The line of the file, its head being the first.</param>
/// <param name="Name">What the row is about.</param>
/// <param name="Details">What it makes or changes.</param>
public sealed record RowOutcome(int Number, Sentence Name, RowVerdict Verdict, IReadOnlyList<Sentence> Details, IReadOnlyList<RowRefusal> Refusals);
