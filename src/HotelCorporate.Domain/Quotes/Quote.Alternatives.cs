namespace HotelCorporate.Domain.Quotes;

/// <content>Its place among the alternatives of one version: they are sent together, and the client takes one of them.</content>
public sealed partial class Quote
{
    /// <summary>Alternatives that a client can still compare.</summary>
    public const int MostAlternatives = 5;

    /// <summary>Which alternative of the version, from 1. The first is the main one: its programme is the booking's, and only its functions hold rooms.</summary>
    public int Alternative { get; init; } = 1;

    /// <summary>What it is called beside the others, such as In March; empty: by its letter.</summary>
    public string AlternativeName { get => _alternativeName; init => _alternativeName = value; }

    public bool IsMain => Alternative == 1;

    /// <summary>A for the main one, then B, C.</summary>
    public string Letter => ((char)('A' + Alternative - 1)).ToString();

    /// <summary>Its programme as it was offered.</summary>
    public IReadOnlyList<PlannedFunction> Programme { get => _programme; init => _programme = value; }

    /// <summary>All that was asked for when it was priced: it is opened, copied and priced again from this. None of an offer that was not made on the page.</summary>
    public QuoteRequest? Request { get => _request; init => _request = value; }

    /// <summary>The functions that a booking was given for this alternative: its lines belong to them from now on.</summary>
    /// <param name="functions">The new function of each key of the programme.</param>
    public void BelongTo(IReadOnlyDictionary<int, int> functions)
    {
        foreach (var line in _lines)
            if (line.Key is { } key && functions.TryGetValue(key, out var function)) line.BelongTo(function);
        Version++;
    }

    /// <summary>This alternative is no part of the version any more.</summary>
    /// <exception cref="HouseRuleException">It is the main one, or out already.</exception>
    public void TakeOut()
    {
        if (IsMain) throw new HouseRuleException("The main offer stays. Change it, or make a new version.");
        if (Status != QuoteStatus.Draft) throw new HouseRuleException("This version is out already and does not change any more. Make a new version.");
        Status = QuoteStatus.Superseded;
        Version++;
    }
}
