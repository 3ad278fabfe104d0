using CsCheck;
using HotelCorporate.Domain.Search;

namespace HotelCorporate.Domain.Tests.Search;

public sealed class SearchTests
{
    private static readonly Gen<string> Word = Gen.Char['a', 'z'].Array[6, 12].Select(letters => new string(letters));

    [Theory]
    [InlineData("meridian", "Meridian Pharma GmbH")]
    [InlineData("MERID", "Meridian Pharma GmbH")]
    [InlineData("idian", "Meridian Pharma GmbH")]
    [InlineData("meridan pharma", "Meridian Pharma GmbH")]
    [InlineData("merdiian", "Meridian Pharma GmbH")]
    [InlineData("celesi", "Çelësi & Partners Sh.p.k.")]
    [InlineData("Çelës", "Celesi")]
    [InlineData("strasse", "Straße")]
    [InlineData("brand jul", "Julia Brandt")]
    [InlineData("al", "Alba Bank")]
    public void It_is_found_without_accents_misspelt_and_half_typed(string typed, string text)
    {
        Assert.True(Likeness.Of(typed, text) >= Likeness.Least);
        Assert.Contains(GramWish.For(typed), wish => Finds(wish, text));
    }

    [Theory]
    [InlineData("zebra", "Meridian Pharma")]
    [InlineData("meridian bank", "Alba Bank")]
    public void What_is_not_like_it_is_no_answer(string typed, string text) => Assert.True(Likeness.Of(typed, text) < Likeness.Least);

    [Fact]
    public void The_whole_word_stands_before_its_beginning_and_that_before_a_part_and_that_before_a_misspelling()
    {
        string[] names = ["Alba", "Albania", "Kalba", "Elba"];
        Assert.Equal(names, names.OrderByDescending(name => Likeness.Of("alba", name)));
    }

    [Fact]
    public void One_wrong_letter_never_hides_a_word()
    {
        Gen.Select(Word, Gen.Int[0, 3], Gen.Int[0, 11], Gen.Char['a', 'z']).Sample((word, kind, at, letter) =>
        {
            var i = at % (word.Length - 1);
            var typed = kind switch
            {
                0 => word.Remove(i, 1),
                1 => word.Insert(i, letter.ToString()),
                2 => word[..i] + letter + word[(i + 1)..],
                _ => word[..i] + word[i + 1] + word[i] + word[(i + 2)..],
            };
            return GramWish.For(typed).Any(wish => Finds(wish, word)) && Likeness.OfWords(typed, word) > 0.5m;
        });
    }

    [Fact]
    public void What_is_typed_as_it_stands_is_as_like_as_can_be() =>
        Gen.Select(Word, Word).Sample((one, other) => Likeness.Of($"{one} {other}", $"{one} {other}") == 1 && Likeness.Of(one, $"{other} {one}") > 0.99m);

    [Fact]
    public void Nothing_typed_asks_for_nothing() => Assert.Empty(GramWish.For(" !? "));

    private static bool Finds(GramWish wish, string text)
    {
        var pieces = Grams.Of(text).Split(' ').ToHashSet();
        return wish.Words.All(choices => choices.Any(choice => choice.All(pieces.Contains)));
    }
}
