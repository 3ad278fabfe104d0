namespace HotelCorporate.Domain.Quotes;

/// <summary>What the house offers for one kind of event: packages, hire, extras and terms without days and people. A new offer begins with it.</summary>
public sealed class QuoteTemplate
{
    private QuoteTemplate() => (Name, Request) = ("", new QuoteRequest());

    /// <param name="request">Of an offer; its days, spaces, people, bedrooms and the client's points do not go in.</param>
    /// <exception cref="HouseRuleException">It has no name, or one that is too long.</exception>
    public QuoteTemplate(int propertyId, string name, QuoteRequest request)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new HouseRuleException("Give the template the name of the kind of event, such as Wedding or Board meeting.") { Field = "name" };
        if (name.Length > 80) throw new HouseRuleException("The name of a template has 80 characters at most.") { Field = "name" };
        (PropertyId, Name) = (propertyId, name.Trim());
        Request = request with { Points = 0, Bedrooms = [], Functions = [.. request.Functions.Select(function => function with { Planned = function.Planned with { FunctionId = null, SpaceId = null } })] };
    }

    public int Id { get; private set; }

    public int PropertyId { get; private set; }

    public string Name { get; private set; }

    public QuoteRequest Request { get; private set; }

    /// <summary>What it says of a booking's functions: each by its name, otherwise by its place in the programme; what is left over is not used.</summary>
    /// <param name="planned">The booking's own.</param>
    public QuoteRequest For(IReadOnlyList<PlannedFunction> planned)
    {
        var open = Request.Functions.ToList();
        var named = planned.Select(function => Take(open.Find(asked => string.Equals(asked.Planned.Name, function.Name, StringComparison.OrdinalIgnoreCase)))).ToList();
        List<FunctionAsked> functions = [.. planned.Select((function, at) => (named[at] ?? Take(open.FirstOrDefault()) ?? new FunctionAsked(function)) with { Planned = function })];
        return Request with { Functions = functions, Extras = [.. Request.Extras.Select(extra => extra.Key is { } key && key > functions.Count ? extra with { Key = null, PerPerson = false } : extra)] };

        FunctionAsked? Take(FunctionAsked? asked)
        {
            if (asked is not null) open.Remove(asked);
            return asked;
        }
    }
}
