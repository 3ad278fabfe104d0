using Microsoft.Playwright;

namespace HotelCorporate.Browser.Tests;

/// <summary>Whatever one looks for is found with the keyboard alone.</summary>
public sealed class FindTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory]
    [InlineData("celesi prtners", "Çelësi & Partners", 1280, ColorScheme.Light)]
    [InlineData("meridn", "Meridian Pharma", 390, ColorScheme.Dark)]
    public async Task A_company_is_opened_with_the_keyboard_though_it_is_misspelt(string typed, string name, int width, ColorScheme scheme)
    {
        var page = await site.WindowAsync(width, "sales@demo.example", scheme);
        await page.Keyboard.PressAsync("Control+k");
        var field = page.Locator("#find input");
        await Assertions.Expect(field).ToBeFocusedAsync();

        await field.PressSequentiallyAsync(typed[..2]);
        await Assertions.Expect(page.Locator("#find [role=option]").First).ToBeVisibleAsync();
        await field.PressSequentiallyAsync(typed[2..]);
        var first = page.Locator("#find [role=option]").First;
        await Assertions.Expect(first).ToContainTextAsync(name);
        await Assertions.Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        await BrowserSite.ReadableAsync(page);

        await page.Keyboard.PressAsync("ArrowUp"); // from the first to the last
        await Assertions.Expect(page.Locator("#find [role=option]").Last).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Equal(await first.GetAttributeAsync("id"), await field.GetAttributeAsync("aria-activedescendant"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#find")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_company_is_chosen_in_a_form_with_the_keyboard_and_another_name_without_script()
    {
        var page = await site.WindowAsync(signIn: "sales@demo.example");
        await page.GotoAsync("/leads/new");
        await page.GetByLabel("What is asked for").FillAsync("Autumn dinner");
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Known account" });
        await field.PressSequentiallyAsync("norhtwind");
        var option = page.GetByRole(AriaRole.Option, new() { Name = "Northwind Energy" });
        await Assertions.Expect(option).ToBeVisibleAsync();
        await BrowserSite.ReadableAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(option).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("ArrowDown"); // offers them again
        await Assertions.Expect(option).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(field).ToHaveValueAsync("Northwind Energy");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Autumn dinner" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Northwind Energy" })).ToBeVisibleAsync();

        await page.GotoAsync("/bookings/new");
        await page.GetByLabel("Company").FillAsync("celesi");
        await page.GetByLabel("Event", new() { Exact = true }).FillAsync("Anniversary");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the inquiry" }).ClickAsync();
        await Assertions.Expect(page.Locator("#AccountId-wrong")).ToContainTextAsync("Is it one of these: Çelësi & Partners");
        await Assertions.Expect(page.GetByLabel("Company")).ToHaveValueAsync("celesi");
        await BrowserSite.ReadableAsync(page);
        await page.GetByLabel("Company").FillAsync("celesi & partners");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the inquiry" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Anniversary" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Lists_of_the_account_desk_are_readable_and_no_wider_than_the_window(int width, ColorScheme scheme)
    {
        var page = await site.WindowAsync(width, "manager@demo.example", scheme);
        foreach (var address in new[] { "/leads", "/leads/new", "/accounts", "/accounts/new", "/accounts/imports", "/find?q=meridian", "/rates", "/bookings/new" })
        {
            await page.GotoAsync(address);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{address} is wider than {width}");
            await BrowserSite.ReadableAsync(page);
        }
    }
}
