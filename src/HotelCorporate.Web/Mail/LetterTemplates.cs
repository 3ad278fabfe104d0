using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;
using HotelCorporate.Web.Documents;
using HotelCorporate.Web.Documents.Pdf;

namespace HotelCorporate.Web.Mail;

/// <summary>Sets a letter as HTML and as plain text (Resources/Mail).</summary>
public static class LetterTemplates
{
    /// <summary>By this name the page shows the logo that is sent with it.</summary>
    public const string LogoId = "logo@hotel";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly TemplateOptions Options = Allowed();
    private static readonly IFluidTemplate HtmlTemplate = Load("letter.html.liquid");
    private static readonly IFluidTemplate TextTemplate = Load("letter.text.liquid");

    public static string Html(Letter letter, MailFacts facts, string recipient, Words words) => HtmlTemplate.Render(Context(letter, facts, recipient, words), Encoder);

    public static string Text(Letter letter, MailFacts facts, string recipient, Words words) => TextTemplate.Render(Context(letter, facts, recipient, words), NullEncoder.Default);

    private static TemplateContext Context(Letter letter, MailFacts facts, string recipient, Words words)
    {
        var context = new TemplateContext(Options);
        context.SetValue("letter", letter);
        context.SetValue("hotel", facts.Hotel);
        context.SetValue("seller", facts.Seller);
        context.SetValue("language", words.Language);
        if (facts.Hotel.Logo is { } png && LogoPicture.Size(png) is { } size)
        {
            var scale = Math.Min(1f, Math.Min(200f / size.Width, 64f / size.Height));
            context.SetValue("logo", LogoId);
            context.SetValue("logoWidth", Math.Max(1, (int)(size.Width * scale)));
            context.SetValue("logoHeight", Math.Max(1, (int)(size.Height * scale)));
        }

        context.SetValue("greeting", words.Say("Good day {0},", recipient));
        context.SetValue("regards", words["Kind regards"]);
        return context;
    }

    private static TemplateOptions Allowed()
    {
        var options = new TemplateOptions { MaxSteps = 20_000, MaxRecursion = 10 };
        options.MemberAccessStrategy.Register<Letter>();
        options.MemberAccessStrategy.Register<Letter.Fact>();
        options.MemberAccessStrategy.Register<HotelSheet>();
        options.MemberAccessStrategy.Register<ContactSheet>();
        return options;
    }

    private static IFluidTemplate Load(string name)
    {
        using var stream = typeof(LetterTemplates).Assembly.GetManifestResourceStream("HotelCorporate.Web.Resources.Mail." + name)!;
        using var reader = new StreamReader(stream);
        return new FluidParser().Parse(reader.ReadToEnd());
    }
}
