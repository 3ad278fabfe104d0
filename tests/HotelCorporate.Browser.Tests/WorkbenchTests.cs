using Microsoft.Playwright;

namespace HotelCorporate.Browser.Tests;

/// <summary>A seller works out a day package on a telephone call: the panel follows each key, and the offer begins with what came of it.</summary>
public sealed class WorkbenchTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task What_is_typed_is_worked_out_at_once_and_taken_into_an_offer()
    {
        var sales = await site.WindowAsync(signIn: "sales@demo.example");
        await sales.GotoAsync("/packages");
        await sales.GetByRole(AriaRole.Link, new() { Name = "DDR", Exact = true }).ClickAsync();
        await sales.GetByRole(AriaRole.Link, new() { Name = "Work out a price" }).ClickAsync();
        var (total, worth) = (sales.Locator("#worth .worth-total strong"), sales.Locator("#worth"));
        await Assertions.Expect(total).ToHaveTextAsync("1,400.00 EUR");

        await sales.GetByLabel("Delegates").FillAsync("40");
        await Assertions.Expect(total).ToHaveTextAsync("2,800.00 EUR");
        await sales.GetByLabel("Price each, EUR").FillAsync("62");
        await Assertions.Expect(total).ToHaveTextAsync("2,480.00 EUR");
        await worth.GetByText("How this price came about").ClickAsync();
        await sales.GetByLabel("Golf").CheckAsync();
        await Assertions.Expect(worth.GetByText("Without Golf")).ToBeVisibleAsync(); // the steps stay open
        await Assertions.Expect(worth).ToContainTextAsync("62.00 EUR a delegate, list 60.00");
        await BrowserSite.ReadableAsync(sales);

        // What cannot be is said beside its field, and goes when it is put right.
        await sales.GetByLabel("Off, %").FillAsync("101");
        await Assertions.Expect(sales.Locator("[name=Discount].is-invalid + .invalid-feedback")).ToContainTextAsync("between 0 and 100 %");
        await sales.GetByLabel("Off, %").FillAsync("");
        await Assertions.Expect(sales.Locator("[name=Discount].is-invalid")).ToHaveCountAsync(0);
        await sales.GetByLabel("Price each, EUR").FillAsync("19");
        await Assertions.Expect(worth.Locator(".alert-warning")).ToContainTextAsync("is under the floor");
        await BrowserSite.ReadableAsync(sales);
        await sales.GetByLabel("Price each, EUR").FillAsync("59");
        await Assertions.Expect(total).ToHaveTextAsync("2,360.00 EUR");

        // The address is what was worked out; another window, narrow and dark, shows the same.
        var telephone = await site.WindowAsync(width: 390, signIn: "sales@demo.example", scheme: ColorScheme.Dark);
        await telephone.GotoAsync(sales.Url);
        await Assertions.Expect(telephone.Locator("#worth .worth-total strong")).ToHaveTextAsync("2,360.00 EUR");
        await BrowserSite.ReadableAsync(telephone);

        var choice = await sales.Locator("[name=FunctionId] option:nth-child(2)").GetAttributeAsync("value");
        await sales.Locator("[name=FunctionId]").SelectOptionAsync(choice!);
        await sales.GetByRole(AriaRole.Button, new() { Name = "Use it in an offer" }).ClickAsync();
        await sales.WaitForURLAsync("**/quotes/new?**");
        var row = sales.Locator("fieldset").Filter(new() { Has = sales.Locator($"input[value='{choice}']") });
        await Assertions.Expect(row.Locator("[name$='.Price']")).ToHaveValueAsync("59");
        await Assertions.Expect(row.GetByRole(AriaRole.Checkbox, new() { Name = "Golf" })).ToBeCheckedAsync();
        await Assertions.Expect(worth).ToContainTextAsync("59.00 EUR a delegate, list 60.00");
    }
}
