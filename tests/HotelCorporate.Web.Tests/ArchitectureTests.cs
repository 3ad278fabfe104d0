using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using HotelCorporate.Domain.Bookings;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace HotelCorporate.Web.Tests;

/// <summary>Who may use whom.</summary>
public sealed class ArchitectureTests
{
    private static readonly Architecture Site = new ArchLoader().LoadAssemblies(typeof(Program).Assembly, typeof(Booking).Assembly).Build();

    [Fact]
    public void The_rules_know_noda_time_and_nothing_else() =>
        Assert.Equal(["NodaTime"], typeof(Booking).Assembly.GetReferencedAssemblies().Select(found => found.Name!).Where(name => !name.StartsWith("System", StringComparison.Ordinal)).Distinct());

    [Fact]
    public void Nothing_uses_a_feature_but_its_own_views() =>
        Types().That().ResideInNamespaceMatching(@"^HotelCorporate\.Web(\.(Database|Desk|Documents|Html|Jobs|Mail|Planning).*)?$")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^HotelCorporate\.Web\.Features")).Check(Site);

    [Fact]
    public void A_paper_is_written_from_its_sheet_alone() =>
        Types().That().ResideInNamespaceMatching(@"^HotelCorporate\.Web\.Documents")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^HotelCorporate\.Web\.(Database|Desk|Mail|Features)")).Check(Site);
}
