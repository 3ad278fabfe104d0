using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HotelCorporate.Web.Database;

/// <summary>A query that stands on many pages: worked out once for each database's model, where a query as it stands in the code is looked up anew at each request.</summary>
/// <param name="compile">EF.CompileAsyncQuery(...).</param>
internal sealed class ReadyQuery<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _made = [];

    public TQuery On(HotelDb db) => _made.GetValue(db.Model, _ => compile());
}
