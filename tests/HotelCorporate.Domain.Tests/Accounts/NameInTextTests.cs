using CsCheck;
using HotelCorporate.Domain.Accounts;

namespace HotelCorporate.Domain.Tests.Accounts;

public sealed class NameInTextTests
{
    [Theory]
    [InlineData("Spoke with Ëngjëll Çela, twice: ENGJELL ÇELA.", "Engjell Cela", "Spoke with X, twice: X.")]
    [InlineData("Spoke with Engjell Cela", "Ëngjëll Çela", "Spoke with X")]
    [InlineData("Müller, Mu\u0308ller, Muller", "muller", "X, X, X")]
    [InlineData("Mu\u0308lle\u0308", "Müllë", "X")]
    [InlineData("Frau Groß and Frau Gross", "gross", "Frau X and Frau X")]
    [InlineData("Kuß sß", "ss", "KuX X")]
    [InlineData("sßß", "ss", "XX")]
    [InlineData("Ana Łukasz 🏨", "ana lukasz", "X 🏨")]
    [InlineData("Nobody of that name", "Ëngjëll", "Nobody of that name")]
    [InlineData("", "Ana", "")]
    [InlineData("Ana", "", "Ana")]
    public void A_name_is_found_with_and_without_its_accents(string text, string name, string left)
    {
        Assert.Equal(left, NameInText.Replaced(text, name, "X"));
        Assert.Equal(left != text, NameInText.Holds(text, name));
    }

    [Fact]
    public void What_stands_around_the_name_stays_to_the_letter_and_the_name_is_gone()
    {
        const string alphabet = "aëÇßecs \u0308.Ø";
        var letters = Gen.Int[0, alphabet.Length - 1].Select(index => alphabet[index]).Array[0, 12].Select(parts => new string(parts));
        Gen.Select(letters, letters.Where(name => NameInText.Folded(name).Length > 0), letters).Sample((before, name, after) =>
        {
            var left = NameInText.Replaced(before + name + after, name, "#");
            Assert.Contains('#', left);
            Assert.False(NameInText.Holds(left, name));
        });
    }
}
